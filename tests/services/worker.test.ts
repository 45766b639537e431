import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doorTo } from "../support/door.ts";
import { eventually } from "../support/eventually.ts";
import { command, PASSWORD, type Person, type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story, submitReport } from "../support/submitted-reports.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";

const CITY = "130600";

let product: Product;
let story: Story;
let key: string;
let reviewer: Person;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  story = await beginStory(product, [CITY]);
  reviewer = await provincialReviewer();
  key = await serviceKey(story, { role: "worker", unitCode: "130000", name: "一号机" });
});

afterAll(async () => {
  await endWorkers();
  await product.close();
});

function monthly(id: string) {
  return story.administrator.rpc.reporting.reports.get.query({ id });
}

function jobOf(jobId: string) {
  return story.administrator.rpc.jobs.get.query({ jobId });
}

async function provincialReviewer(): Promise<Person> {
  const account = {
    name: "韩国庆",
    username: "sheng.fuhe",
    password: PASSWORD,
    unitCode: "130000",
    department: null,
    roles: ["reviewer" as const],
  };
  await story.administrator.rpc.jurisdictions.people.add.mutate({ ...command(), ...account });
  return product.signIn(account.username);
}

describe("a worker", () => {
  it("ends a job as refused when the report may no longer get its files", async () => {
    const { id } = await submitReport(story, { unitCode: CITY, month: "2008-09" });
    const { rendering, version } = await monthly(id);
    const jobId = rendering?.jobId ?? "";
    await reviewer.rpc.reporting.reports.return.mutate({
      ...command(),
      id,
      version: version ?? 0,
      remark: "数字需要核对。",
    });
    const worker = startWorker({ url: product.url, key, name: "一号机" });
    const job = await eventually("ended", {
      ask: () => jobOf(jobId),
      until: ({ status }) => status !== "queued" && status !== "running",
    });
    expect(job).toMatchObject({ status: "refused", attempt: 1 });
    expect(job.note).toMatch(/。$/);
    expect(await worker.stop()).toBe(0);
  });

  it("finishes what it has in hand when it is asked to stop, and takes nothing more", async () => {
    const first = await submitReport(story, { unitCode: CITY, month: "2008-10" });
    const worker = startWorker({ url: product.url, key, name: "二号机" });
    await worker.says("claimed");
    const stopped = worker.stop();
    const second = await submitReport(story, { unitCode: CITY, month: "2008-11" });
    expect(await stopped).toBe(0);
    const statuses = await Promise.all([first, second].map(async ({ id }) => (await monthly(id)).rendering?.status));
    expect(statuses).toEqual(["done", "queued"]);
  });

  it("waits for a server that is away", async () => {
    const { id } = await submitReport(story, { unitCode: CITY, month: "2008-12" });
    const door = await doorTo(product.url);
    const worker = startWorker({ url: door.url, key, name: "三号机" });
    await worker.says("no answer to a claim; asking again");
    await door.open();
    await worker.says("the server answers again");
    await eventually("rendered", {
      ask: () => monthly(id),
      until: (report) => report.rendering?.status === "done",
    });
    expect(await worker.stop()).toBe(0);
    await door.shut();
  });
});
