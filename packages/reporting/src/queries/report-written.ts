import type { Month } from "@anji/kernel";
import type { MonthlyNarrative } from "../documents/monthly-report-content.ts";
import type { SummaryNarrative } from "../documents/summary-report-content.ts";
import { type Narrative, NARRATIVE_BOXES, type ReportBox, SUMMARY_SECTIONS } from "../report-kinds.ts";
import type { ReportImprint } from "../report.ts";
import { ofKind, periodOf, type ReportRow } from "./report-row.ts";

/** What people write in a report, by its kind. */
export type Written =
  | { kind: "monthly"; month: Month; narrative: MonthlyNarrative; imprint: ReportImprint }
  | { kind: "summary"; month: null; narrative: SummaryNarrative; imprint: null };

export function writtenOf(row: ReportRow): Written {
  const about = ofKind(row.kind, periodOf(row));
  if (about.kind === "summary") {
    return { ...about, narrative: boxesOf(SUMMARY_SECTIONS, row.narrative), imprint: null };
  }
  if (row.imprint === null) throw new Error("a monthly report without an imprint");
  return { ...about, narrative: boxesOf(NARRATIVE_BOXES, row.narrative), imprint: row.imprint };
}

// The boxes given are the keys of the record.
function boxesOf<Box extends ReportBox>(boxes: readonly Box[], narrative: Narrative): Record<Box, string> {
  return Object.fromEntries(boxes.map((box) => [box, narrative[box] ?? ""])) as Record<Box, string>;
}
