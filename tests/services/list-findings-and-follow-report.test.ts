import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story, submitReport } from "../support/submitted-reports.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";

const SCRIPT = fileURLToPath(new URL("list-findings-and-follow-report.ts", import.meta.url));
const MONTH = "2009-02";

let product: Product;
let story: Story;
let directory: string;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  story = await beginStory(product, ["130600", "130100"]);
  directory = await mkdtemp(join(tmpdir(), "anji-service-"));
});

afterAll(async () => {
  await endWorkers();
  await product.close();
  await rm(directory, { recursive: true, force: true });
});

describe("a service of the city with a reader's key", () => {
  it("lists its area's findings and follows the city's report to its official document", async () => {
    const apiKey = await serviceKey(story, { role: "observer", unitCode: "130600", name: "市数据交换平台" });
    await submitReport(story, { unitCode: "130600", month: MONTH });
    await submitReport(story, { unitCode: "130100", month: MONTH });
    const worker = startWorker({
      url: product.url,
      key: await serviceKey(story, { role: "worker", unitCode: "130000", name: "一号机" }),
      name: "一号机",
    });
    const environment = { ANJI_URL: product.url, ANJI_API_KEY: apiKey };
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, MONTH], {
      cwd: directory,
      env: environment,
    });
    expect(stdout).toContain("3 findings, 6000000 fen");
    expect(stdout).toMatch(/保定市 2009-02: done \d+\/\d+/);
    expect(stdout).not.toContain("石家庄");
    const [file, ...others] = await readdir(directory);
    expect(others).toEqual([]);
    const content = await readFile(join(directory, file ?? ""));
    expect(content.subarray(0, 2).toString()).toBe("PK");
    expect(await worker.stop()).toBe(0);
  });

  it("is told why when its key is not known", async () => {
    const environment = { ANJI_URL: product.url, ANJI_API_KEY: "no-such-key" };
    const failed = promisify(execFile)(process.execPath, [SCRIPT, MONTH], { cwd: directory, env: environment });
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("kernel.notSignedIn") });
  });
});
