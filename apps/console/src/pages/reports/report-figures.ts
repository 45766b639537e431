import type { Outputs } from "../../rpc/trpc.ts";

export type MonthlyReport = Outputs["reporting"]["monthly"]["get"];
export type SummaryReport = Outputs["reporting"]["summaries"]["get"];
export type LedgerFigures = SummaryReport["figures"];

export const AMOUNT_KEYS = ["found", "recovered", "repaid", "rebooked", "writtenOff", "outstanding"] as const;
export type AmountKey = (typeof AMOUNT_KEYS)[number];

/** Names one figure of a report; the server opens exactly the rows behind it. */
export type FigureKey = {
  by: "total" | "category" | "fund" | "kind" | "unit" | "status" | "thisMonth";
  key: string | null;
  measure: "count" | "closed" | "overdue" | "planned" | AmountKey;
};

export const UNIT_FIGURES = ["selfCheckDone", "selfCheckTotal", "groupEstablished", "planFiled"] as const;
export type UnitFigure = (typeof UNIT_FIGURES)[number];

/** A figure someone pressed: which, its name in words, and its value as shown. */
export type OpenFigure = { figure: FigureKey; name: string; value: string } | { unitFigure: UnitFigure; name: string; value: string };
