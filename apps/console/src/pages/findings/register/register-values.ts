import { type CampaignPlan, isKindValidForFund } from "@anji/campaign";
import type { Origin } from "@anji/findings";
import { earliestDay, type Level, type Occurrence, parseDay, readOccurrence } from "@anji/kernel";
import { fenOfWanYuan } from "../../../formats/money.ts";

/** What stands in the form; every field is text as typed, so that a draft is kept exactly. */
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
};

export const REQUIRED_FIELDS = ["unitCode", "origin", "fundLine", "kind", "occurrence", "discoveredOn", "summary", "foundFen", "responsibleUnit"] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

export function missingFields(values: Partial<RegisterValues>): RequiredField[] {
  return REQUIRED_FIELDS.filter((field) => (values[field] ?? "").trim() === "");
}

/** Why the kind cannot stand on the fund, as the plan's catalogue says; the server asks the same question. */
export function isKindRefused(plan: CampaignPlan, values: Pick<Partial<RegisterValues>, "fundLine" | "kind">): boolean {
  const { fundLine, kind } = values;
  return fundLine !== undefined && kind !== undefined && fundLine !== "" && kind !== "" && !isKindValidForFund(plan, kind, fundLine);
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

/** The form as the server's input, or null while something is not readable. */
export function inputOf(values: RegisterValues, campaignId: string) {
  const occurrence = occurrenceOf(values.occurrence);
  const foundFen = fenOfWanYuan(values.foundFen);
  if (occurrence === null || foundFen === null) return null;
  const person = values.responsiblePerson.trim();
  return { ...values, campaignId, occurrence, foundFen, responsiblePerson: person === "" ? null : person };
}
