import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createAnjiClient } from "@anji/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story } from "../support/submitted-reports.ts";

const CLIENT = fileURLToPath(new URL("../../packages/client", import.meta.url));
const CITY = "130600";
const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

let product: Product;
let story: Story;
// The native compiler has no export for its program, so its path is used.
const COMPILER = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");

let folder: string;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  story = await beginStory(product, [CITY]);
  folder = await emptyFolder();
});
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true });
});

/** The folder from the README, with the link that `npm install` of a folder makes. */
async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "anji-service-"));
  const readme = await readFile(join(CLIENT, "README.md"), "utf8");
  await mkdir(join(made, "node_modules/@anji"), { recursive: true });
  await mkdir(join(made, "node_modules/@types"));
  await symlink(CLIENT, join(made, "node_modules/@anji/client"));
  await symlink(dirname(resolve("@types/node/package.json")), join(made, "node_modules/@types/node"));
  await writeFile(join(made, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(made, "tsconfig.json"), /^`tsconfig.json` is `(.+?)`/m.exec(readme)?.[1] ?? "");
  await copyFile(join(import.meta.dirname, "first-service.ts"), join(made, "first-service.ts"));
  return made;
}

function runService(key: string) {
  return run(process.execPath, ["first-service.ts", "2009-01"], {
    cwd: folder,
    env: { ANJI_URL: product.url, ANJI_API_KEY: key },
  });
}

describe("the first service, alone in a folder of its own", () => {
  it("is accepted by the type checker as it stands", async () => {
    const { stdout } = await run(process.execPath, [COMPILER, "-p", folder]).catch(
      (failed: { stdout: string }) => failed,
    );
    expect(stdout).toBe("");
  });

  it("lists the findings of its key's area", async () => {
    const key = await serviceKey(story, { role: "observer", unitCode: CITY, name: "统计服务" });
    const { stdout } = await runService(key);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ").slice(1)),
    ).toEqual([
      ["保定市", "1000000"],
      ["保定市", "2000000"],
      ["保定市", "3000000"],
    ]);
  });

  it("says why a key that is revoked is no longer taken, and ends as failed", async () => {
    const key = await serviceKey(story, { role: "observer", unitCode: CITY, name: "旧服务" });
    const { person } = await product.withKey(key).rpc.jurisdictions.me.query();
    await story.administrator.rpc.jurisdictions.people.deactivate.mutate({ ...command(), id: person.id, version: 1 });
    const failed: unknown = await runService(key).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("kernel.notSignedIn 登录已失效，请重新登录。"),
    });
  });
});

describe("a client that is set up wrongly", () => {
  it.each([
    "127.0.0.1:4600",
    "",
    "ftp://anji.example.cn",
    "https://anji.example.cn/trpc",
    "https://anji.example.cn/?a=1",
  ])("is told so about the url %j", (url) => {
    expect(() => createAnjiClient({ url, apiKey: "k", locale: "en" })).toThrow(
      "the client's url is the server's address alone",
    );
  });

  it("is told so about an empty key", () => {
    expect(() => createAnjiClient({ url: "https://anji.example.cn/", apiKey: "", locale: "en" })).toThrow(
      "apiKey is empty",
    );
  });
});
