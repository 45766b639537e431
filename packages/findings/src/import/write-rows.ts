import { type Act, actedBy } from "@anji/database";
import { earliestDay, fen, levelOfPath, type Id } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { OpenCampaign } from "../campaign-row.ts";
import { CHANNELS, type Channel } from "../finding.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { isLaterDiscovery } from "../later-discovery.ts";
import { changeLines, settle } from "../money.ts";
import { insertFindings, type NewFinding } from "../new-finding.ts";
import type { LedgerRow } from "../sheet/index.ts";
import { finding, findingEvent } from "../tables.ts";
import type { MatchedRow } from "./match-rows.ts";
import type { PathOf } from "./uploaded-ledger.ts";

type Writing = { campaign: OpenCampaign; importId: Id<"ledgerImport">; pathOf: PathOf; settledOn: string };

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
    ...statedBy(row),
    unitCode: row.unitCode,
    regionPath,
    origin: "earlierAudit",
    isLaterDiscovered: isLaterDiscovery(writing.campaign.phase),
    description: "",
    occurrence: row.occurrence,
    responsibleLevel: levelOfPath(regionPath),
    contentHash: hash,
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

/** Step: a registered finding takes what the sheet now says, money by correcting movements. */
export async function replaceFromRow(
  act: Act,
  one: MatchedRow & { record: FindingRecord },
  writing: Writing,
): Promise<void> {
  const { row, record } = one;
  const changesLine = one.differing.some((field) => field === "fundLine" || field === "kind" || field === "found");
  const line = { lineNo: 1, fundLine: row.fundLine, kind: row.kind, foundFen: row.foundFen };
  let before = record;
  // Whichever order keeps 尚未整改 from falling below nothing on the way.
  const grows = row.foundFen >= record.foundFen;
  if (changesLine && grows) await changeLines(act, { before, lines: [line] });
  for (const movement of movementsOf(one, writing.settledOn)) {
    await settle(act, { before, movement, importId: writing.importId });
    before = { ...before, version: before.version + 1 };
  }
  if (changesLine && !grows) await changeLines(act, { before, lines: [line] });
  const version = before.version + 1;
  await act.tx
    .update(finding)
    .set({
      ...statedBy(row),
      occurredText: row.occurrence.text,
      occurredPrecision: row.occurrence.precision,
      occurredFrom: earliestDay(row.occurrence),
      contentHash: one.hash,
      importId: writing.importId,
      importedVersion: version,
      isReturned: false,
      version,
      changedAt: act.now,
    })
    .where(and(eq(finding.id, record.id), eq(finding.version, before.version)));
  await act.tx.insert(findingEvent).values({
    subjectId: record.id,
    seq: version,
    event: "importChanges",
    from: record.status,
    to: findingLifecycle.advance(record.status, "importChanges"),
    machineVersion: findingLifecycle.version,
    ...actedBy(act),
    remark: "",
    regionPath: record.regionPath,
  });
}

function movementsOf(one: MatchedRow & { record: FindingRecord }, settledOn: string) {
  const delta = (channel: Channel) => one.row[`${channel}Fen`] - one.record[`${channel}Fen`];
  return CHANNELS.filter((channel) => delta(channel) !== 0n)
    .map((channel) => ({ lineNo: 1, channel, amountFen: fen(delta(channel)), settledOn, voucherNo: "", note: "" }))
    .toSorted((first, second) => (first.amountFen < second.amountFen ? -1 : 1));
}

/** The head's columns as the row states them. */
function statedBy(row: LedgerRow) {
  return {
    fundLine: row.fundLine,
    kind: row.kind,
    category: row.category,
    project: row.project,
    noticeNo: row.noticeNo,
    auditedBody: row.auditedBody,
    summary: row.summary,
    basis: row.basis,
    discoveredOn: row.discoveredOn,
    responsibleUnit: row.responsibleUnit,
    responsiblePerson: row.responsiblePerson,
    department: row.department,
    rectificationKind: row.rectificationKind,
    measures: row.measures,
    advice: row.advice,
    means: [...row.means],
    dueOn: row.dueOn,
    source: row.source,
    externalNo: row.externalNo,
    demonstrationNote: row.demonstrationNote,
    remark: row.remark,
  };
}

/** 核销 is not decided by a sheet: rows that would add to it or take from it. */
export function writeOffRows(rows: readonly MatchedRow[]): MatchedRow[] {
  return rows.filter((one) =>
    one.state === "new" ? one.row.writtenOffFen !== 0n : one.differing.includes("writtenOff"),
  );
}
