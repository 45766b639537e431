import { earliestDay, type Occurrence } from "@anji/kernel";
import type { finding } from "./tables.ts";

export type OccurredColumns = Pick<typeof finding.$inferSelect, "occurredText" | "occurredPrecision" | "occurredFrom">;

/** 发生时间 as the ledger stores it. */
export function occurredColumns(occurrence: Occurrence): OccurredColumns {
  const { text, precision } = occurrence;
  return { occurredText: text, occurredPrecision: precision, occurredFrom: earliestDay(occurrence) };
}
