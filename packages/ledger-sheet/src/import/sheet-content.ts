import { createHash } from "node:crypto";
import { type CampaignPlan, fundLine, kind } from "@anji/campaign";
import type { FindingRecord } from "@anji/findings/steps";
import { fen, wanExact } from "@anji/kernel";
import { headerOf, type LedgerFacts, type LedgerField } from "../sheet/index.ts";

/** What a ledger sheet says of a finding, field by field and in one spelling, so that two of them can be compared. */
export type SheetContent = Readonly<Record<ContentField, string>>;

const CONTENT_FIELDS = [
  "unitCode",
  "fundLine",
  "kind",
  "occurrence",
  "discoveredOn",
  "summary",
  "project",
  "noticeNo",
  "auditedBody",
  "basis",
  "responsibleUnit",
  "responsiblePerson",
  "department",
  "rectificationKind",
  "measures",
  "dueOn",
  "advice",
  "means",
  "source",
  "externalNo",
  "demonstrationNote",
  "remark",
  "found",
  "recovered",
  "repaid",
  "rebooked",
  "writtenOff",
] as const satisfies readonly LedgerField[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

const AMOUNT_FIELDS: readonly ContentField[] = ["found", "recovered", "repaid", "rebooked", "writtenOff"];
/** Fields that belong to a line, which a sheet of one row per finding cannot tell apart. */
export const LINE_FIELDS: readonly ContentField[] = [...AMOUNT_FIELDS, "fundLine", "kind"];

export function contentOfRow(row: LedgerFacts): SheetContent {
  return contentOf(row, { occurrence: row.occurrence.text, externalNo: row.externalNo ?? "" });
}

/** A stored finding as the sheet would say it. One without an internal number goes by its own, as an export writes it. */
export function contentOfRecord(record: FindingRecord, sheet: Pick<SheetContent, "externalNo">): SheetContent {
  const goesByOwnNumber = record.externalNo === null && sheet.externalNo === record.number;
  return contentOf(record, {
    occurrence: record.occurredText,
    externalNo: goesByOwnNumber ? record.number : (record.externalNo ?? ""),
  });
}

/** What a row and a stored finding name alike. */
type NamedAlike = keyof LedgerFacts & keyof FindingRecord;
type Named = Pick<LedgerFacts, NamedAlike> | Pick<FindingRecord, NamedAlike>;

function contentOf(named: Named, spelled: Pick<SheetContent, "occurrence" | "externalNo">): SheetContent {
  return {
    ...spelled,
    unitCode: named.unitCode,
    fundLine: named.fundLine,
    kind: named.kind,
    discoveredOn: named.discoveredOn,
    summary: named.summary,
    project: named.project ?? "",
    noticeNo: named.noticeNo ?? "",
    auditedBody: named.auditedBody ?? "",
    basis: named.basis ?? "",
    responsibleUnit: named.responsibleUnit,
    responsiblePerson: named.responsiblePerson ?? "",
    department: named.department ?? "",
    rectificationKind: named.rectificationKind ?? "",
    measures: named.measures ?? "",
    dueOn: named.dueOn ?? "",
    advice: named.advice ?? "",
    means: named.means.toSorted().join(","),
    source: named.source ?? "",
    demonstrationNote: named.demonstrationNote ?? "",
    remark: named.remark ?? "",
    found: named.foundFen.toString(),
    recovered: named.recoveredFen.toString(),
    repaid: named.repaidFen.toString(),
    rebooked: named.rebookedFen.toString(),
    writtenOff: named.writtenOffFen.toString(),
  };
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
  if (AMOUNT_FIELDS.includes(field)) return wanExact(fen(value));
  if (field === "fundLine") return fundLine(plan, value)?.name ?? value;
  if (field === "kind") return kind(plan, value)?.name ?? value;
  return value;
}
