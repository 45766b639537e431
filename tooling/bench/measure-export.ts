import { deflateRawSync } from "node:zlib";
import { everyFinding } from "@anji/findings";
import { unzipSync } from "fflate";
import postgres from "postgres";
import { z } from "zod";
import type { Caller } from "./caller.ts";
import type { Installation } from "./installation.ts";
import { type Comparison, comparison, median, timed } from "./measure.ts";

const ROWS_MAX = 100_000;
const BAR = 3;
const RUNS = 3;
const PROVINCE_PATH = "13";
const LARGEST_SHEET = "xl/worksheets/sheet1.xml";

const made = z.object({ fileId: z.uuid() });

/** A view of up to 100,000 findings as a workbook through the API, compared with deflating its worksheet. */
export async function measureExport(installation: Installation, clerk: Caller): Promise<Comparison> {
  const { rows, discoveredTo } = await widestView(installation);
  const exporting = {
    campaignId: installation.campaignId,
    filter: { ...everyFinding(null), discoveredTo },
    sort: { by: "discoveredOn", direction: "asc" },
  };
  const exports: number[] = [];
  const deflations: number[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    let fileId = "";
    const exportTime = await timed(async () => {
      ({ fileId } = made.parse(
        await clerk.mutate("ledgerSheet.export", { ...exporting, commandId: crypto.randomUUID() }),
      ));
    });
    const xml = worksheetOf(await clerk.get(`/files/${fileId}`));
    const deflateTime = await timed(async () => deflateRawSync(xml));
    if (run < 0) continue;
    exports.push(exportTime);
    deflations.push(deflateTime);
  }
  const name = `export of ${rows.toLocaleString("en")} rows`;
  return comparison({ name, bar: BAR, runs: RUNS, ours: median(exports), floor: median(deflations) });
}

function worksheetOf(workbook: Uint8Array): Uint8Array {
  const xml = unzipSync(workbook, { filter: ({ name }) => name === LARGEST_SHEET })[LARGEST_SHEET];
  if (xml === undefined) throw new Error(`the workbook has no ${LARGEST_SHEET}`);
  return xml;
}

/** The last day of discovery up to which the ledger has no more findings than a sheet takes. */
async function widestView({ appUrl, campaignId }: Installation): Promise<{ rows: number; discoveredTo: string }> {
  const sql = postgres(appUrl, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql.begin("read only", async (tx) => {
      await tx`select set_config('app.path', ${PROVINCE_PATH}, true)`;
      return tx`
        select sum(count(*)) over (order by discovered_on)::int as rows, discovered_on::text as "discoveredTo"
        from findings.finding where campaign_id = ${campaignId} group by discovered_on order by discovered_on`;
    });
    const days = z.array(z.object({ rows: z.int(), discoveredTo: z.string() })).parse(found);
    const last = days.findLast((day) => day.rows <= ROWS_MAX);
    if (last === undefined) throw new Error("one day holds more findings than a sheet takes");
    return last;
  } finally {
    await sql.end();
  }
}
