import { type CampaignPlan, isKindValidForFund } from "@anji/campaign";
import type { Occupier, Origin } from "@anji/findings";
import { earliestDay, fen, type Level, type Occurrence, parseDay, readOccurrence, sumFen } from "@anji/kernel";
import { fenOfWanYuan } from "../../../../formats/money.ts";

/** One fund, kind and amount as typed. */
export type LineValues = { fundLine?: string; kind?: string; foundFen?: string };

/** The content of the form. Every field is text as typed, so that a draft is kept exactly. */
export type RegisterValues = {
  unitCode: string;
  origin: Origin;
  fundLine: string;
  kind: string;
  occurrence: string;
  discoveredOn: string;
  summary: string;
  description: string;
  foundFen: string;
  responsibleUnit: string;
  responsibleLevel: Level;
  responsiblePerson: string;
  /** Who took the money, for the kinds the plan names. */
  occupierCategory?: Occupier["category"];
  occupierName?: string;
  occupierLevel?: Level;
  occupierApprover?: string;
  occupierUsedOn?: string;
  /** What the finding concerns beside the fund, kind and amount above. */
  lines?: LineValues[];
};

export const REQUIRED_FIELDS = [
  "unitCode",
  "origin",
  "fundLine",
  "kind",
  "occurrence",
  "discoveredOn",
  "summary",
  "foundFen",
  "responsibleUnit",
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

export function missingFields(values: Partial<RegisterValues>): RequiredField[] {
  return REQUIRED_FIELDS.filter((field) => (values[field] ?? "").trim() === "");
}

/** Why the kind cannot occur in the fund, by the plan's catalogue; the server checks the same. */
export function isKindRefused(plan: CampaignPlan, values: LineValues): boolean {
  const { fundLine, kind } = values;
  return (
    fundLine !== undefined &&
    kind !== undefined &&
    fundLine !== "" &&
    kind !== "" &&
    !isKindValidForFund(plan, kind, fundLine)
  );
}

export function occurrenceOf(text: string): Occurrence | null {
  const reading = readOccurrence(text);
  return reading.isRead ? reading.value : null;
}

/** An occurrence that begins after its discovery cannot be right. */
export function isOccurredLater(values: Pick<Partial<RegisterValues>, "occurrence" | "discoveredOn">): boolean {
  const occurrence = occurrenceOf(values.occurrence ?? "");
  const discoveredOn = parseDay(values.discoveredOn ?? "");
  return occurrence !== null && discoveredOn !== null && earliestDay(occurrence) > discoveredOn;
}

/** The sum of all lines in fen, or null while one of them is not an amount. */
export function foundOf(lines: readonly LineValues[]): string | null {
  const amounts = lines.map((line) => fenOfWanYuan(line.foundFen ?? ""));
  return amounts.some((amount) => amount === null)
    ? null
    : sumFen(amounts.flatMap((amount) => (amount === null ? [] : [fen(amount)]))).toString();
}

/** Whether a kind of the form asks who took the money. */
export function needsOccupier(plan: CampaignPlan, values: Partial<RegisterValues>): boolean {
  const codes = [values.kind, ...(values.lines ?? []).map((line) => line?.kind)];
  return plan.kinds.some((kind) => kind.needsOccupier && codes.includes(kind.code));
}

/** Without category, name and level nobody is named yet. */
function occupierOf(values: Partial<RegisterValues>) {
  const { occupierCategory: category, occupierName = "", occupierLevel: level } = values;
  const name = occupierName.trim();
  if (category === undefined || level === undefined || name === "") return null;
  const approver = (values.occupierApprover ?? "").trim();
  const usedOn = values.occupierUsedOn ?? "";
  return { category, name, level, approver: approver === "" ? null : approver, usedOn: usedOn === "" ? null : usedOn };
}

/** The form as the server's input, or null while a field cannot be read. */
export function inputOf(values: RegisterValues, campaignId: string) {
  const {
    lines: more = [],
    occupierCategory: _category,
    occupierName: _name,
    occupierLevel: _level,
    occupierApprover: _approver,
    occupierUsedOn: _usedOn,
    ...head
  } = values;
  const occurrence = occurrenceOf(head.occurrence);
  const all = [head, ...more];
  const foundFen = foundOf(all);
  if (occurrence === null || foundFen === null) return null;
  const lines = all.map((line) => ({
    fundLine: line.fundLine ?? "",
    kind: line.kind ?? "",
    foundFen: foundOf([line]) ?? "",
  }));
  const person = head.responsiblePerson.trim();
  return {
    ...head,
    campaignId,
    occupier: occupierOf(values),
    occurrence,
    foundFen,
    responsiblePerson: person === "" ? null : person,
    ...(more.length === 0 ? {} : { lines }),
  };
}

/** For the server the first line is like any other; in the form its fields are separate. */
export function formPathOf(path: string): string {
  const occupier = /^occupier(?:\.(.)(.*))?$/.exec(path);
  if (occupier !== null) return `occupier${(occupier[1] ?? "N").toUpperCase()}${occupier[2] ?? "ame"}`;
  const [, index, field] = /^lines\.(\d+)\.(.+)$/.exec(path) ?? [];
  if (index === undefined || field === undefined) return path;
  return index === "0" ? field : `lines.${Number(index) - 1}.${field}`;
}
