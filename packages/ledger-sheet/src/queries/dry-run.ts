import { type CampaignPlan, kind } from "@anji/campaign";
import { type ActorCtx, read } from "@anji/database";
import { refuseIf, ruleMessage, sumFen, whyNotAllowed } from "@anji/kernel";
import type { z } from "zod";
import { CHUNK_ROWS } from "../import/import-chunk.ts";
import { type MatchedRow, matchRows } from "../import/match-rows.ts";
import { type Difference, shownDifference } from "../import/sheet-content.ts";
import { onePerPerson } from "../import/sheet-task.ts";
import { uploadedLedger, type UploadedLedger } from "../import/uploaded-ledger.ts";
import { writeOffRows } from "../import/write-rows.ts";
import type { dryRunInput } from "../inputs.ts";
import type { SheetRowState } from "../ledger-import.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import { type AmountField, eachAmountField, type LedgerReading, type LedgerRowText } from "../sheet/index.ts";
import { shownMistakes, shownRows } from "./shown-part.ts";

export type DryRunRow = {
  rowNumber: number;
  state: SheetRowState;
  number: string | null;
  unitName: string;
  kindName: string;
  foundFen: string | null;
  summary: string;
  differences: Difference[];
};
export type DryRunMistake = {
  sheet: string;
  cell: string;
  rule: string;
  severity: "error" | "warning";
  message: string;
};
export type DryRun = {
  sheet: string;
  templateVersion: string | null;
  /** The most important ones when there are many; the counts are of all. */
  mistakes: DryRunMistake[];
  mistakeCount: number;
  warningCount: number;
  rows: DryRunRow[];
  counts: Record<SheetRowState, number>;
  sums: SheetSums;
};

/** A dry run: every mistake by cell, and for each row what an import would do. Nothing is written. */
export async function dryRun(ctx: ActorCtx, input: z.output<typeof dryRunInput>): Promise<DryRun> {
  refuseIf(whyNotAllowed(ledgerSheetPermissions.startImport, ctx.actor));
  const uploaded = await onePerPerson(ctx.actor.personId, () => uploadedLedger(ctx, input));
  const { reading } = uploaded;
  const matched = await matchedRows(ctx, { campaignId: input.campaignId, uploaded });
  const mistakes = [...reading.mistakes, ...writeOffMistakes(reading, matched)];
  const wrong = new Set(writeOffRows(matched).map((one) => one.row.rowNumber));
  const right = new Map(matched.filter((one) => !wrong.has(one.row.rowNumber)).map((one) => [one.row.rowNumber, one]));
  const unitNames = new Map(uploaded.catalogue.units.map((unit) => [unit.code, unit.name]));
  const { plan } = uploaded;
  const rows = reading.texts.map((text) => rowCheck(text, { matched: right.get(text.rowNumber), plan, unitNames }));
  return {
    sheet: reading.sheet,
    templateVersion: reading.templateVersion,
    mistakes: shownMistakes(mistakes).map(({ sheet, cell, rule, severity, params }) => ({
      sheet,
      cell,
      rule,
      severity,
      message: ruleMessage(ctx.rules, rule, params, ctx.locale),
    })),
    mistakeCount: mistakes.filter((mistake) => mistake.severity === "error").length,
    warningCount: mistakes.filter((mistake) => mistake.severity === "warning").length,
    rows: shownRows(rows, input.state),
    counts: countsOf(rows),
    sums: sumsOf(reading),
  };
}

async function matchedRows(
  ctx: ActorCtx,
  { campaignId, uploaded }: { campaignId: z.output<typeof dryRunInput>["campaignId"]; uploaded: UploadedLedger },
): Promise<MatchedRow[]> {
  const { reading, pathOf } = uploaded;
  return read(ctx, async (reader) => {
    const matched: MatchedRow[] = [];
    for (let from = 0; from < reading.rows.length; from += CHUNK_ROWS) {
      matched.push(
        ...(await matchRows(reader.tx, {
          campaignId,
          rows: reading.rows.slice(from, from + CHUNK_ROWS),
          pathOf,
          locks: false,
        })),
      );
    }
    return matched;
  });
}

function writeOffMistakes(reading: LedgerReading, matched: readonly MatchedRow[]) {
  return writeOffRows(matched).map(({ row }) => ({
    sheet: reading.sheet,
    cell: row.cells.writtenOff ?? `A${row.rowNumber}`,
    rule: "findings.writeOffElsewhere",
    severity: "error" as const,
    params: {},
  }));
}

function rowCheck(
  text: LedgerRowText,
  options: { matched: MatchedRow | undefined; plan: CampaignPlan; unitNames: ReadonlyMap<string, string> },
): DryRunRow {
  const { matched, plan, unitNames } = options;
  if (matched === undefined) {
    const { county, city, kind: kindText, summary } = text.texts;
    return {
      rowNumber: text.rowNumber,
      state: "mistaken",
      number: null,
      unitName: county ?? city ?? "",
      kindName: kindText ?? "",
      foundFen: null,
      summary: summary ?? "",
      differences: [],
    };
  }
  const { row } = matched;
  return {
    rowNumber: row.rowNumber,
    state: matched.state,
    number: matched.record?.number ?? null,
    unitName: unitNames.get(row.unitCode) ?? row.unitCode,
    kindName: kind(plan, row.kind)?.name ?? row.kind,
    foundFen: row.foundFen.toString(),
    summary: row.summary,
    differences: differencesOf(matched, plan),
  };
}

function differencesOf({ differing, stored, sheet }: MatchedRow, plan: CampaignPlan): Difference[] {
  return stored === null ? [] : differing.map((field) => shownDifference(field, { stored, sheet, plan }));
}

function countsOf(rows: readonly DryRunRow[]): DryRun["counts"] {
  const counts = { new: 0, same: 0, changed: 0, conflict: 0, mistaken: 0 };
  for (const row of rows) counts[row.state] += 1;
  return counts;
}

type SheetSums = Record<`${AmountField}Fen`, string>;

function sumsOf({ rows }: LedgerReading): SheetSums {
  return eachAmountField((key) => sumFen(rows.map((row) => row[key])).toString());
}
