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
import { type LedgerRow, STATED_FIELDS, type StatedField } from "../sheet/index.ts";
import type { MatchedRow } from "./match-rows.ts";
import type { PathOf } from "./uploaded-ledger.ts";

type Writing = {
  campaign: Pick<CampaignRow, "id" | "phase">;
  importId: Id<"ledgerImport">;
  pathOf: PathOf;
  settledOn: string;
};

/** Step: the rows without a finding yet, all in one statement. */
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

function newFinding({ row, hash }: MatchedRow, { campaign, pathOf, settledOn }: Writing): NewFinding {
  const { unitCode, fundLine, kind, foundFen } = row;
  const regionPath = pathOf(unitCode);
  const channels = CHANNELS.filter((channel) => row[`${channel}Fen`] !== 0n);
  const settled = channels.map((channel) => {
    return { channel, amountFen: row[`${channel}Fen`], settledOn, voucherNo: "", note: "" };
  });
  return {
    ...statedBy(row, hash),
    unitCode,
    regionPath,
    origin: "earlierAudit",
    isLaterDiscovered: isLaterDiscovery(campaign.phase),
    description: "",
    responsibleLevel: levelOfPath(regionPath),
    lines: [{ fundLine, kind, foundFen, settled }],
  };
}

/** Step: a registered finding takes the present content of the sheet. */
export async function replaceFromRow(
  act: Act,
  one: MatchedRow & { record: FindingRecord },
  { importId, settledOn }: Writing,
): Promise<void> {
  const { row, record, hash } = one;
  await restateFinding(act, { before: record, facts: statedBy(row, hash), amounts: row, settledOn, importId });
}

/** The head's columns from the row. */
function statedBy(row: LedgerRow, contentHash: string): RestatedFacts {
  const columns = Object.fromEntries(STATED_FIELDS.map((field) => [field, row[field]]));
  return { ...(columns as Pick<LedgerRow, StatedField>), occurrence: row.occurrence, contentHash }; // each by its name
}

/** A sheet never decides 核销: these rows would add to it or take from it. */
export function writeOffRows(rows: readonly MatchedRow[]): MatchedRow[] {
  return rows.filter((one) =>
    one.state === "new" ? one.row.writtenOffFen !== 0n : one.differing.includes("writtenOff"),
  );
}
