import { type ActorCtx, connect, type Connection, setScope } from "@anji/database";
import { auditEntry, command } from "@anji/database/tables";
import type { Id } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JobProgress } from "../src/index.ts";
import { installQueues, type JobKeeper, startJobKeeper } from "../src/keeper.ts";
import { getJob } from "../src/queries/index.ts";
import { actorAt, contextOf, requestJob, testJobs } from "./room.ts";
import { type ClaimedJob, claimJob, completeJob, failJob, keepLease } from "../src/verbs/index.ts";

let connection: Connection;
let keeper: JobKeeper;
const keeperErrors: unknown[] = [];
let clerk: ActorCtx;
let worker: ActorCtx;

beforeAll(async () => {
  const { ownerUrl, appUrl } = await testDatabase();
  await installQueues({ ownerUrl, appRole: "anji_app", jobs: testJobs });
  connection = connect({ url: appUrl, connections: 6, applicationName: "jobs-test" });
  keeper = await startJobKeeper({ url: appUrl, onError: (error) => keeperErrors.push(error) });
  clerk = contextOf(connection, actorAt("13.01", "clerk"));
  worker = contextOf(connection, actorAt("13", "worker"));
});

afterAll(async () => {
  await keeper.stop();
  await connection.end();
});

// A job left by one test would be claimed by the next.
beforeEach(() => connection.db.execute(sql`delete from pgboss.job`));

function claim(ctx: ActorCtx, commandId = crypto.randomUUID()): Promise<ClaimedJob<"testWork"> | null> {
  return claimJob(ctx, testJobs, { commandId, workerName: ctx.actor.name, kinds: ["testWork"] });
}

async function claimed(): Promise<ClaimedJob<"testWork">> {
  const job = await claim(worker);
  if (job === null) throw new Error("no job waits");
  return job;
}

function endOf(job: ClaimedJob<"testWork">) {
  return { commandId: crypto.randomUUID(), jobId: idOfJob(job), attempt: job.attempt };
}

// The verbs answer plain JSON; their inputs are branded.
function idOfJob(job: { jobId: string }): Id<"job"> {
  return job.jobId as Id<"job">;
}

function progress(ctx: ActorCtx, jobId: string): Promise<JobProgress> {
  return getJob(ctx, { jobId: idOfJob({ jobId }) });
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

/** Claims and completes until no job waits; the ids in order. */
async function drain(ctx: ActorCtx): Promise<string[]> {
  const ids: string[] = [];
  for (let job = await claim(ctx); job !== null; job = await claim(ctx)) {
    ids.push(job.jobId);
    await completeJob(ctx, { ...endOf(job), result: { fileIds: [] } });
  }
  return ids;
}

/** The keeper must do its work over a new connection. */
async function breakKeeperConnection(): Promise<void> {
  const broken = await connection.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'anji-job-keeper' and datname = current_database()`,
  );
  expect(broken).toHaveLength(1);
}

/** Ends the wait between attempts, so that a test need not wait. */
async function skipDelay(jobId: string): Promise<void> {
  await connection.db.execute(sql`update pgboss.job set start_after = now() where id = ${jobId} and state = 'retry'`);
}

describe("a job", () => {
  it("can be claimed once the act that asked for it is committed, and never when the act failed", async () => {
    await expect(requestJob(clerk, () => Promise.reject(new Error("the act fails")))).rejects.toThrow("the act fails");
    expect(await claim(worker)).toBeNull();
    const jobId = await requestJob(clerk, nothing);
    expect(await progress(clerk, jobId)).toMatchObject({ status: "queued", attempt: 0, done: 0, total: 0, note: null });
    expect(await claim(worker)).toMatchObject({ jobId, attempt: 1, kind: "testWork", leaseSeconds: 12 });
    expect(await claim(worker)).toBeNull();
  });

  it("shows its worker's progress and ends as done", async () => {
    const jobId = await requestJob(clerk, nothing);
    const job = await claimed();
    expect(await keepLease(worker, { jobId, attempt: 1, done: 3, total: 8, note: "正文" })).toEqual({
      isStillYours: true,
    });
    expect(await progress(clerk, jobId)).toMatchObject({
      status: "running",
      attempt: 1,
      done: 3,
      total: 8,
      note: "正文",
    });
    await completeJob(worker, { ...endOf(job), result: { fileIds: [] } });
    expect(await progress(clerk, jobId)).toMatchObject({ status: "done", attempt: 1 });
    await expectRefused(completeJob(worker, { ...endOf(job), result: { fileIds: [] } }), "jobs.finished");
    expect(await keepLease(worker, { jobId, attempt: 1, done: 8, total: 8, note: null })).toEqual({
      isStillYours: false,
    });
  });

  it("ends at once when its worker reports a refusal", async () => {
    const jobId = await requestJob(clerk, nothing);
    const job = await claimed();
    expect(await failJob(worker, { ...endOf(job), isRefusal: true, message: "月报已退回。" })).toEqual({
      id: jobId,
      status: "refused",
    });
    expect(await progress(clerk, jobId)).toMatchObject({ status: "refused", note: "月报已退回。" });
    expect(await claim(worker)).toBeNull();
  });

  it("is tried again after a failure, up to its bound, and then stays failed", async () => {
    const jobId = await requestJob(clerk, nothing);
    const { attemptsMax } = testJobs.testWork;
    const statuses: string[] = [];
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const job = await claimed();
      const { status } = await failJob(worker, { ...endOf(job), isRefusal: false, message: "字体缺失" });
      statuses.push(`${job.attempt} ${status}`);
      expect(await claim(worker)).toBeNull(); // it waits before the next attempt
      await skipDelay(jobId);
    }
    const waiting = Array.from({ length: attemptsMax - 1 }, (_, index) => `${index + 1} queued`);
    expect(statuses).toEqual([...waiting, `${attemptsMax} failed`]);
    expect(await claim(worker)).toBeNull();
    expect(await progress(clerk, jobId)).toMatchObject({ status: "failed", attempt: attemptsMax, note: "字体缺失" });
  });

  it("of a silent worker is taken over within thirty seconds, and the old attempt can end nothing", async () => {
    const jobId = await requestJob(clerk, nothing);
    const lost = await claimed();
    const since = Date.now();
    await breakKeeperConnection();
    let next: ClaimedJob<"testWork"> | null = null;
    while (next === null && Date.now() - since < 40_000) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      next = await claim(worker);
    }
    expect(Date.now() - since).toBeLessThan(30_000);
    expect(next).toMatchObject({ jobId, attempt: 2 });
    expect(await keepLease(worker, { jobId, attempt: lost.attempt, done: 1, total: 2, note: null })).toEqual({
      isStillYours: false,
    });
    await expectRefused(completeJob(worker, { ...endOf(lost), result: { fileIds: [] } }), "jobs.leaseLost");
    await expectRefused(failJob(worker, { ...endOf(lost), isRefusal: true, message: "迟到" }), "jobs.leaseLost");
    expect(await progress(clerk, jobId)).toMatchObject({ status: "running", attempt: 2, done: 0 });
  });

  it("stays with a worker that keeps its lease for longer than the lease lasts", async () => {
    const jobId = await requestJob(clerk, nothing);
    await claimed();
    const since = Date.now();
    while (Date.now() - since < 18_000) {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(await keepLease(worker, { jobId, attempt: 1, done: 1, total: 2, note: null })).toEqual({
        isStillYours: true,
      });
    }
    expect(await claim(worker)).toBeNull();
  });
});

describe("two workers", () => {
  it("share forty jobs, each done once", async () => {
    const wanted = new Set<string>();
    for (let index = 0; index < 40; index += 1) wanted.add(await requestJob(clerk, nothing));
    const second = contextOf(connection, actorAt("13", "worker"));
    const [one, other] = await Promise.all([drain(worker), drain(second)]);
    expect(new Set([...one, ...other])).toEqual(wanted);
    expect(one.length + other.length).toBe(40);
    expect(Math.min(one.length, other.length)).toBeGreaterThan(5);
  });
});

describe("an act on a job", () => {
  it("sent twice has one effect and one answer", async () => {
    await requestJob(clerk, nothing);
    await requestJob(clerk, nothing);
    const commandId = crypto.randomUUID();
    const [once, twice] = [await claim(worker, commandId), await claim(worker, commandId)];
    expect(twice).toEqual(once);
    if (once === null) throw new Error("no job waits");
    const ending = { ...endOf(once), result: { fileIds: [] } };
    expect(await completeJob(worker, ending)).toEqual(await completeJob(worker, ending));
    expect(await auditRows(once.jobId)).toEqual([
      ["jobs.claim", 1],
      ["jobs.complete", 1],
    ]);
  });

  it("leaves nothing behind when no job waits", async () => {
    const idle = contextOf(connection, actorAt("13", "worker"));
    const commandId = crypto.randomUUID();
    expect(await claim(idle, commandId)).toBeNull();
    const stored = await inScope(idle, (tx) => tx.select({ rows: count() }).from(command));
    const audited = await inScope(idle, (tx) =>
      tx.select({ rows: count() }).from(auditEntry).where(eq(auditEntry.commandId, commandId)),
    );
    expect([stored, audited]).toEqual([[{ rows: 0 }], [{ rows: 0 }]]);
  });

  it("is a provincial worker's alone", async () => {
    const jobId = await requestJob(clerk, nothing);
    const city = contextOf(connection, actorAt("13.01", "worker"));
    await expectRefused(claim(clerk), "kernel.levelMayNot");
    await expectRefused(claim(city), "kernel.levelMayNot");
    await expectRefused(claim(contextOf(connection, actorAt("13", "leader"))), "kernel.roleMayNot");
    await expectRefused(keepLease(city, { jobId, attempt: 1, done: 0, total: 0, note: null }), "kernel.levelMayNot");
    const ending = { commandId: crypto.randomUUID(), jobId, attempt: 1 };
    await expectRefused(completeJob(city, { ...ending, result: { fileIds: [] } }), "kernel.levelMayNot");
    await expectRefused(failJob(city, { ...ending, isRefusal: true, message: "不允许" }), "kernel.levelMayNot");
  });
});

function inScope<Answer>(
  ctx: ActorCtx,
  body: (tx: Parameters<Parameters<Connection["db"]["transaction"]>[0]>[0]) => Promise<Answer>,
) {
  return connection.db.transaction(async (tx) => {
    await setScope(tx, ctx.actor);
    return body(tx);
  });
}

async function auditRows(jobId: string): Promise<[string, number][]> {
  const rows = await inScope(worker, (tx) =>
    tx
      .select({ verb: auditEntry.verb, rows: count() })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, jobId))
      .groupBy(auditEntry.verb),
  );
  return rows.map((row): [string, number] => [row.verb, row.rows]).sort();
}
