import { createHash } from "node:crypto";
import { type CampaignPlan, fundLine, kind } from "@anji/campaign";
import type { FindingRecord } from "@anji/findings/steps";
import { fen, wanExact } from "@anji/kernel";
import {
  AMOUNT_FIELDS,
  type AmountField,
  headerOf,
  type LedgerFacts,
  STATED_FIELDS,
  type StatedField,
} from "../sheet/index.ts";

/** The content of a finding in a ledger sheet, field by field in one spelling, so that two can be compared. */
export type SheetContent = Readonly<Record<ContentField, string>>;

export type ContentField = Exclude<StatedField, "category"> | "occurrence" | ContentAmount;
type ContentAmount = Exclude<AmountField, "outstanding">;

/** 问题类别 follows from the kind and 尚未整改 from the other amounts. */
const CONTENT_AMOUNTS: readonly ContentAmount[] = AMOUNT_FIELDS.filter((field) => field !== "outstanding");
const SPELLED_FIELDS = STATED_FIELDS.filter((field) => field !== "category" && field !== "externalNo");
const CONTENT_FIELDS: readonly ContentField[] = [...SPELLED_FIELDS, "externalNo", "occurrence", ...CONTENT_AMOUNTS];
/** Fields that belong to a line, which a sheet of one row per finding cannot tell apart. */
export const LINE_FIELDS: readonly ContentField[] = [...CONTENT_AMOUNTS, "fundLine", "kind"];

export function contentOfRow(row: LedgerFacts): SheetContent {
  return contentOf(row, { occurrence: row.occurrence.text, externalNo: row.externalNo ?? "" });
}

/**
 * A stored finding in the form of the sheet. One without an internal number has its own number, as an export writes it.
 */
export function contentOfRecord(record: FindingRecord, sheet: Pick<SheetContent, "externalNo">): SheetContent {
  const goesByOwnNumber = record.externalNo === null && sheet.externalNo === record.number;
  return contentOf(record, {
    occurrence: record.occurredText,
    externalNo: goesByOwnNumber ? record.number : (record.externalNo ?? ""),
  });
}

/** The fields that a row and a stored finding both name. */
type Named = Pick<LedgerFacts | FindingRecord, StatedField | `${ContentAmount}Fen`>;

function contentOf(named: Named, spelled: Pick<SheetContent, "occurrence" | "externalNo">): SheetContent {
  const content: Partial<Record<ContentField, string>> = { ...spelled };
  for (const field of SPELLED_FIELDS) {
    const value = named[field];
    content[field] = typeof value === "string" ? value : (value?.toSorted().join(",") ?? "");
  }
  for (const field of CONTENT_AMOUNTS) content[field] = named[`${field}Fen`].toString();
  return content as SheetContent; // the loops cover every field
}

export function contentHash(content: SheetContent): string {
  const hash = createHash("sha256");
  for (const field of CONTENT_FIELDS) hash.update(content[field]).update("\u001f");
  return hash.digest("hex");
}

export function differingFields(stored: SheetContent, sheet: SheetContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => stored[field] !== sheet[field]);
}

export type Difference = { field: string; before: string; after: string };

/** A difference as the sheet's reader knows it: the column's header, names for codes, amounts in 万元. */
export function shownDifference(
  field: ContentField,
  options: { stored: SheetContent; sheet: SheetContent; plan: CampaignPlan },
): Difference {
  const shown = (value: string) => shownValue(field, value, options.plan);
  return { field: headerOf(field), before: shown(options.stored[field]), after: shown(options.sheet[field]) };
}

function shownValue(field: ContentField, value: string, plan: CampaignPlan): string {
  if (CONTENT_AMOUNTS.some((amount) => amount === field)) return wanExact(fen(value));
  if (field === "fundLine") return fundLine(plan, value)?.name ?? value;
  if (field === "kind") return kind(plan, value)?.name ?? value;
  return value;
}
