import { type ActorCtx, connect, type Connection } from "@anji/database";
import type { Id } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installQueues } from "../../src/keeper.ts";
import { actorAt, contextOf, requestJob, testJobs } from "../room.ts";
import { claimJob, completeJob, keepLease } from "../../src/verbs/index.ts";
import { getJob, watchJob } from "../../src/queries/index.ts";

let connection: Connection;
let clerk: ActorCtx;
let worker: ActorCtx;

beforeAll(async () => {
  const { ownerUrl, appUrl } = await testDatabase();
  await installQueues({ ownerUrl, appRole: "anji_app", jobs: testJobs });
  connection = connect({ url: appUrl, connections: 2, applicationName: "jobs-test" });
  clerk = contextOf(connection, actorAt("13.01", "clerk"));
  worker = contextOf(connection, actorAt("13", "worker"));
});

afterAll(() => connection.end());

function nothing(): Promise<void> {
  return Promise.resolve();
}

function progressOf(ctx: ActorCtx, jobId: Id<"job">) {
  return getJob(ctx, { jobId });
}

describe("the jobs one sees", () => {
  it("are those of the own area; any other is not found", async () => {
    const county = contextOf(connection, actorAt("13.01.02", "clerk"));
    const own = await requestJob(county, nothing);
    const ofCity = await requestJob(clerk, nothing);
    expect(await progressOf(county, own)).toMatchObject({ id: own });
    expect(await progressOf(clerk, own)).toMatchObject({ id: own });
    await expectRefused(progressOf(county, ofCity), "kernel.notFound");
    await expectRefused(progressOf({ ...county, filtersByScope: false }, ofCity), "kernel.notFound");
    await expectRefused(progressOf(contextOf(connection, actorAt("13.02", "clerk")), own), "kernel.notFound");
    await expectRefused(watchJob(county, { jobId: ofCity, signal: undefined }).next(), "kernel.notFound");
  });

  it("are told as they change until the job ends", async () => {
    await claimAll();
    const jobId = await requestJob(clerk, nothing);
    const seen: string[] = [];
    for await (const { status, done } of watchJob(clerk, { jobId, signal: undefined })) {
      seen.push(`${status} ${done}`);
      if (status === "queued") await claimNext();
      if (status === "running" && done === 0)
        await keepLease(worker, { jobId, attempt: 1, done: 2, total: 4, note: null });
      if (status === "running" && done === 2)
        await completeJob(worker, { commandId: crypto.randomUUID(), jobId, attempt: 1, result: { fileIds: [] } });
    }
    expect(seen).toEqual(["queued 0", "running 0", "running 2", "done 2"]);
  });

  it("are no longer asked for once the reader has left", async () => {
    const jobId = await requestJob(clerk, nothing);
    const leaving = new AbortController();
    const states = watchJob(clerk, { jobId, signal: leaving.signal });
    expect((await states.next()).value).toMatchObject({ status: "queued" });
    const next = states.next();
    leaving.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

/** Then the next job claimed is the next one asked for. */
async function claimAll(): Promise<void> {
  while ((await claimNext()) !== null);
}

function claimNext() {
  return claimJob(worker, testJobs, { commandId: crypto.randomUUID(), workerName: "一号机", kinds: ["testWork"] });
}
