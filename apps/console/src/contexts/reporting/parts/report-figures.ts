import type { FigureKey, UnitFigure } from "@anji/figures";
import type { Outputs } from "../../../rpc/trpc.ts";

type Report = Outputs["reporting"]["reports"]["get"];
export type MonthlyReport = Extract<Report, { kind: "monthly" }>;
export type SummaryReport = Extract<Report, { kind: "summary" }>;
export type LedgerFigures = SummaryReport["figures"];

/** The figure a person opened: its key, its name in words, and its value as shown. */
export type OpenFigure =
  | { figure: FigureKey; name: string; value: string }
  | { unitFigure: UnitFigure; name: string; value: string };
