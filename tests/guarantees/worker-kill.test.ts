import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { connect, type Connection, setScope } from "@anji/database";
import { auditEntry } from "@anji/database/tables";
import { systemActor } from "@anji/jurisdictions/queries";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Product, startProduct } from "../support/product.ts";
import { beginStory, serviceKey, type Story, submitReport } from "../support/submitted-reports.ts";
import { endWorkers, startWorker, type WorkerProcess } from "../support/worker-process.ts";

const CITIES = ["130100", "130200", "130300", "130400", "130600"] as const;
const MONTHS = ["2008-07", "2008-08", "2008-09", "2008-10", "2008-11", "2008-12", "2009-01", "2009-02"] as const;
/** In each lot one worker is killed. */
const REPORTS_PER_LOT = 4;
const LATEST_KILL_AFTER_CLAIM_MS = 250;
/** The others had just reported to the server that they were done. */
const TAKEN_OVER_MIN = 3;
const TAKEN_OVER_WITHIN_MS = 30_000;

let product: Product;
let story: Story;
let connection: Connection;

beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  connection = connect({ url: product.databaseUrl, connections: 1, applicationName: "worker-kill" });
  story = await beginStory(product, CITIES);
});

afterAll(async () => {
  await endWorkers();
  await connection.end();
  await product.close();
});

describe("forty reports asked for, and workers killed ten times while they render", () => {
  const reports: string[] = [];
  const wanted = MONTHS.flatMap((month) => CITIES.map((unitCode) => ({ month, unitCode })));
  const lots = Array.from({ length: wanted.length / REPORTS_PER_LOT }, (_, index) =>
    wanted.slice(index * REPORTS_PER_LOT, (index + 1) * REPORTS_PER_LOT),
  );
  const killed: { jobId: string; at: number }[] = [];

  it("are all rendered", async () => {
    const workers = await Promise.all(["一号机", "二号机"].map(newWorker));
    for (const lot of lots) {
      const claims = workers.map(async (worker, index) => ({ worker, index, claimed: await worker.says("claimed") }));
      const submitted = submitAll(lot);
      const { worker, index, claimed } = await Promise.race(claims);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST_KILL_AFTER_CLAIM_MS));
      if (holds(worker, claimed.jobId)) killed.push({ jobId: claimed.jobId ?? "", at: Date.now() });
      await worker.kill();
      workers[index] = await newWorker(`${worker.name}+`);
      reports.push(...(await submitted));
    }
    expect(reports).toHaveLength(40);
    await eventually("all reports rendered", {
      ask: unrendered,
      until: (ids) => ids.length === 0,
    });
    expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual([0, 0]);
  });

  it("have each got their files once", async () => {
    for (const id of reports) {
      const { history, rendering, files } = await monthly(id);
      expect(history.filter((entry) => entry.event === "attachRendering")).toHaveLength(1);
      expect(rendering).toMatchObject({ status: "done" });
      for (const file of [files.docx, files.xlsx]) {
        const content = await story.administrator.download(file?.fileId ?? "");
        expect(Buffer.from(content.slice(0, 2)).toString()).toBe("PK");
      }
    }
  });

  it("had the job of each killed worker taken over within thirty seconds", async () => {
    const waits: number[] = [];
    for (const { jobId, at } of killed) {
      const trail = await trailOf(jobId);
      expect(trail.at(-1)?.verb).toBe("jobs.complete");
      const next = trail.find((entry) => entry.at > at);
      if (next?.verb === "jobs.claim") waits.push(next.at - at);
    }
    expect(waits.length).toBeGreaterThanOrEqual(TAKEN_OVER_MIN);
    expect(Math.max(...waits)).toBeLessThan(TAKEN_OVER_WITHIN_MS);
  });

  it("left no half file", async () => {
    const directory = join(product.dataDirectory, "files");
    const names = await readdir(directory, { recursive: true, withFileTypes: true });
    const stored = names.filter((entry) => entry.isFile());
    expect(stored.length).toBeGreaterThan(reports.length);
    for (const entry of stored) {
      const content = await readFile(join(entry.parentPath, entry.name));
      expect(createHash("sha256").update(content).digest("hex")).toBe(entry.name);
    }
  });

  async function unrendered(): Promise<string[]> {
    const states = await Promise.all(reports.map(monthly));
    return states.filter(({ rendering }) => rendering?.status !== "done").map(({ id }) => id ?? "");
  }
});

async function submitAll(lot: readonly { month: string; unitCode: string }[]): Promise<string[]> {
  const ids: string[] = [];
  for (const report of lot) ids.push((await submitReport(story, report)).id);
  return ids;
}

let workerNumber = 0;

async function newWorker(name: string): Promise<WorkerProcess> {
  workerNumber += 1;
  const key = await serviceKey(story, { role: "worker", unitCode: "130000", name: `${name} ${workerNumber}` });
  return startWorker({ url: product.url, key, name });
}

function monthly(id: string) {
  return story.administrator.rpc.reporting.reports.get.query({ id });
}

/** Whether a worker had not yet reported the end of its job. */
function holds(worker: WorkerProcess, jobId: string | undefined): boolean {
  const last = worker.lines.findLast((line) => line.jobId !== undefined);
  return last?.msg === "claimed" && last.jobId === jobId;
}

/** What was done to a job and when, from the audit trail. */
async function trailOf(jobId: string): Promise<{ verb: string; at: number }[]> {
  const rows = await connection.db.transaction(async (tx) => {
    await setScope(tx, systemActor("130000"));
    return tx
      .select({ verb: auditEntry.verb, at: auditEntry.recordedAt })
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, jobId), eq(auditEntry.subjectKind, "job")))
      .orderBy(asc(auditEntry.id));
  });
  return rows.map(({ verb, at }) => ({ verb, at: at.getTime() }));
}
