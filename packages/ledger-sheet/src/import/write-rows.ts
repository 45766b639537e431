import type { CampaignRow } from "@anji/campaign/queries";
import type { Act } from "@anji/database";
import { CHANNELS } from "@anji/findings";
import {
  type FindingRecord,
  insertFindings,
  isLaterDiscovery,
  type NewFinding,
  restateFinding,
  type RestatedFacts,
} from "@anji/findings/steps";
import { type Id, levelOfPath } from "@anji/kernel";
import type { LedgerRow } from "../sheet/index.ts";
import type { MatchedRow } from "./match-rows.ts";
import type { PathOf } from "./uploaded-ledger.ts";

type Writing = {
  campaign: Pick<CampaignRow, "id" | "phase">;
  importId: Id<"ledgerImport">;
  pathOf: PathOf;
  settledOn: string;
};

/** Step: the rows no finding answers to yet, all in one statement. */
export async function createFromRows(
  act: Act,
  rows: readonly MatchedRow[],
  writing: Writing,
): Promise<Id<"finding">[]> {
  const findings = rows.map((one) => newFinding(one, writing));
  const entered = await insertFindings(act, {
    campaignId: writing.campaign.id,
    importId: writing.importId,
    beginning: "import",
    findings,
  });
  return entered.map((one) => one.id);
}

function newFinding({ row, hash }: MatchedRow, writing: Writing): NewFinding {
  const regionPath = writing.pathOf(row.unitCode);
  const settled = CHANNELS.map((channel) => ({
    channel,
    amountFen: row[`${channel}Fen`],
    settledOn: writing.settledOn,
    note: "",
  }));
  return {
    ...statedBy(row, hash),
    unitCode: row.unitCode,
    regionPath,
    origin: "earlierAudit",
    isLaterDiscovered: isLaterDiscovery(writing.campaign.phase),
    description: "",
    responsibleLevel: levelOfPath(regionPath),
    lines: [
      {
        fundLine: row.fundLine,
        kind: row.kind,
        foundFen: row.foundFen,
        settled: settled.filter((one) => one.amountFen !== 0n),
      },
    ],
  };
}

/** Step: a registered finding takes what the sheet now says. */
export async function replaceFromRow(
  act: Act,
  one: MatchedRow & { record: FindingRecord },
  { importId, settledOn }: Writing,
): Promise<void> {
  const { row, record, hash } = one;
  await restateFinding(act, { before: record, facts: statedBy(row, hash), amounts: row, settledOn, importId });
}

/** The head's columns as the row states them. */
function statedBy(row: LedgerRow, contentHash: string): RestatedFacts {
  return {
    fundLine: row.fundLine,
    kind: row.kind,
    category: row.category,
    project: row.project,
    noticeNo: row.noticeNo,
    auditedBody: row.auditedBody,
    summary: row.summary,
    basis: row.basis,
    occurrence: row.occurrence,
    discoveredOn: row.discoveredOn,
    responsibleUnit: row.responsibleUnit,
    responsiblePerson: row.responsiblePerson,
    department: row.department,
    rectificationKind: row.rectificationKind,
    measures: row.measures,
    advice: row.advice,
    means: row.means,
    dueOn: row.dueOn,
    source: row.source,
    externalNo: row.externalNo,
    demonstrationNote: row.demonstrationNote,
    remark: row.remark,
    contentHash,
  };
}

/** 核销 is not decided by a sheet: rows that would add to it or take from it. */
export function writeOffRows(rows: readonly MatchedRow[]): MatchedRow[] {
  return rows.filter((one) =>
    one.state === "new" ? one.row.writtenOffFen !== 0n : one.differing.includes("writtenOff"),
  );
}
