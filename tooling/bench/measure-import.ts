import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import { openBareCopy } from "./bare-copy.ts";
import type { Caller } from "./caller.ts";
import type { Installation } from "./installation.ts";
import { ledgerWorkbook, writtenLedger } from "./made-ledger.ts";
import { type Comparison, comparison, median, timed } from "./measure.ts";

const ROWS = 10_000;
const BAR = 6;
const RUNS = 5;
const POLL_MS = 50;

const started = z.object({ importId: z.uuid() });
const uploaded = z.object({ fileId: z.uuid() });
const progress = z.object({ status: z.string(), created: z.int(), message: z.string().nullable() });

/** 10,000 new findings from a workbook through the API, compared with COPY of the same rows. The first run warms up. */
export async function measureImport(installation: Installation, clerk: Caller): Promise<Comparison[]> {
  const sql = postgres(installation.appUrl, { max: 1, onnotice: () => undefined });
  const copy = await openBareCopy(installation);
  const times: { ours: number; full: number; empty: number }[] = [];
  try {
    const workbook = await ledgerWorkbook(sql);
    for (let run = -1; run < RUNS; run += 1) {
      const tag = Date.now().toString(36);
      const fileId = await upload(clerk, {
        name: `${tag}.xlsx`,
        content: await writtenLedger(workbook, { rows: ROWS, tag }),
      });
      let importId = "";
      const ours = await timed(async () => {
        importId = await imported(clerk, { campaignId: installation.campaignId, fileId });
      });
      const one = { ours, full: await copy.intoFull(importId), empty: await copy.intoEmpty(importId) };
      if (run >= 0) times.push(one);
    }
  } finally {
    await copy.end();
    await sql.end();
  }
  const ours = median(times.map((one) => one.ours));
  const against = (floor: "full" | "empty") => ({ runs: RUNS, ours, floor: median(times.map((one) => one[floor])) });
  return [
    comparison({ name: "import of 10,000 rows", bar: BAR, ...against("full") }),
    comparison({ name: "import of 10,000 rows, COPY into empty tables", bar: null, ...against("empty") }),
  ];
}

async function upload(clerk: Caller, file: { name: string; content: Uint8Array }): Promise<string> {
  const query = new URLSearchParams({ name: file.name, commandId: crypto.randomUUID() });
  const answer = await clerk.post(`/files?${query}`, { type: "application/octet-stream", content: file.content });
  return uploaded.parse(JSON.parse(answer.toString("utf8"))).fileId;
}

/** Starts the import and waits for its end; anything but "every row created" is an error. */
async function imported(clerk: Caller, options: { campaignId: string; fileId: string }): Promise<string> {
  const input = { ...options, commandId: crypto.randomUUID(), onConflict: "stop" };
  const { importId } = started.parse(await clerk.mutate("ledgerSheet.startImport", input));
  for (;;) {
    const { status, created, message } = progress.parse(await clerk.query("ledgerSheet.progress", { importId }));
    if (status === "done" && created === ROWS) return importId;
    if (status !== "running") throw new Error(`the import ended as ${status} with ${created} rows: ${message ?? ""}`);
    await pause(POLL_MS);
  }
}
