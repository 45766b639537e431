import type { FigureKey, UnitFigure } from "@anji/figures";
import type { Outputs } from "../../../rpc/trpc.ts";

export type MonthlyReport = Outputs["reporting"]["monthly"]["get"];
export type SummaryReport = Outputs["reporting"]["summaries"]["get"];
export type LedgerFigures = SummaryReport["figures"];

/** A figure someone pressed: which, its name in words, and its value as shown. */
export type OpenFigure =
  | { figure: FigureKey; name: string; value: string }
  | { unitFigure: UnitFigure; name: string; value: string };
