import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

import { campaignPlan } from "@anji/campaign";
import { addDays, fen, knownDay, pathOfCode } from "@anji/kernel";

import { ledgerCatalogue } from "../src/sheet/plan-catalogue.ts";
import type { LedgerCatalogue, LedgerUnit } from "../src/sheet/ledger-catalogue.ts";
import type { LedgerFacts } from "../src/sheet/ledger-reading.ts";
import { bytesOf } from "../src/sheet/workbook/write-office-file.ts";
import { writeLedger } from "../src/sheet/write-ledger.ts";
import { ledgerNames } from "../src/sheet/writing/ledger-row-xml.ts";
import { ledgerSheetXml } from "../src/sheet/writing/ledger-sheet-xml.ts";

export type ExportSpeed = { readonly rows: number; readonly xmlBytes: number; readonly deflateMs: number; readonly exportMs: number; readonly ratio: number };

const ROUNDS = 5;

/** Exporting ledger rows, against deflating the worksheet XML they make: medians of rounds taken in turn. */
export async function measureExport(rows: number): Promise<ExportSpeed> {
  const catalogue = catalogueForBench();
  const workbook = { catalogue, title: "社会保险基金专项治理问题整改台账", reportingUnit: "河北省", closingOn: knownDay("2008-09-30") };
  const content = { catalogue, names: ledgerNames(catalogue), title: workbook.title, heading: "", rows: madeRows(rows) };
  const pieces: Buffer[] = [];
  for await (const piece of ledgerSheetXml(content)) pieces.push(Buffer.from(piece));
  const xml = Buffer.concat(pieces);
  const deflateTimes: number[] = [];
  const exportTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    deflateTimes.push(await timed(async () => deflateRawSync(xml)));
    exportTimes.push(await timed(() => bytesOf(writeLedger(workbook, madeRows(rows)))));
  }
  const deflateMs = median(deflateTimes);
  const exportMs = median(exportTimes);
  return { rows, xmlBytes: xml.byteLength, deflateMs, exportMs, ratio: exportMs / deflateMs };
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const CHARACTERS = "社会保险基金专项治理审计局检查发现问题整改措施追回纠正挪用挤占截留虚列支出个人账户经办机构财政专户结余银行存款";

async function* madeRows(count: number): AsyncGenerator<LedgerFacts, void, undefined> {
  const next = seeded(2008);
  const pool = Array.from({ length: POOL_LENGTH }, () => CHARACTERS[next(CHARACTERS.length)]).join("");
  const text = (length: number) => {
    const start = next(POOL_LENGTH - length);
    return pool.slice(start, start + length);
  };
  const dueOn = knownDay("2009-03-31");
  const days = Array.from({ length: 20 }, (_, at) => addDays(knownDay("2008-09-01"), at));
  for (let no = 1; no <= count; no += 1) {
    const found = fen(BigInt(next(1_000_000_000)) * 13n);
    yield {
      no, project: `2006年三项基金审计：违规问题${no % 50}`, noticeNo: "审计署公告2006年第6号", auditedBody: text(8),
      unitCode: `1301${String(2 + (no % 4)).padStart(2, "0")}`, fundLine: "enterprise-pension", category: "B", kind: "B10",
      occurrence: { text: "2005-12-31", precision: "day" }, discoveredOn: days[no % days.length] ?? dueOn,
      summary: text(24), basis: "社会保险基金财务制度（财社字〔1999〕60号）", responsibleUnit: text(12),
      foundFen: found, recoveredFen: found, repaidFen: fen(0n), rebookedFen: fen(0n), writtenOffFen: fen(0n), outstandingFen: fen(0n),
      rectificationKind: "immediate", measures: "清收、归还、调整账目", dueOn, department: "基金管理科",
      responsiblePerson: text(3), advice: "限期收回并完善内控", means: ["economic", "administrative"], demonstrationNote: null,
      source: "审计署公告", externalNo: `YQ-2008-${no}`, remark: null,
    };
  }
}

const POOL_LENGTH = 1_000_000;

/** A linear congruential generator: the same rows in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

function catalogueForBench(): LedgerCatalogue {
  const plan = campaignPlan.parse(JSON.parse(readFileSync(new URL("../../campaign/plans/hebei-2008.json", import.meta.url), "utf8")));
  const counties = ["130102", "130103", "130104", "130105"].map((code) => unit(code, "county", "130100"));
  return ledgerCatalogue(plan, [unit("130000", "province", null), unit("130100", "city", "130000"), ...counties]);
}

function unit(code: string, level: LedgerUnit["level"], parentCode: string | null): LedgerUnit {
  return { code, name: `单位${code}`, level, parentCode, path: pathOfCode(code) };
}

if (import.meta.main) {
  const speed = await measureExport(100_000);
  process.stdout.write(`${JSON.stringify({ bench: "export of 100,000 rows / deflate of the same XML", ...speed })}\n`);
}
