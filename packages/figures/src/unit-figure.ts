import { assertNever } from "@anji/kernel";

/** Figures that count units instead of adding up ledger lines. */
export const UNIT_FIGURES = ["selfCheckDone", "selfCheckTotal", "groupEstablished", "implementingPlanFiled"] as const;
export type UnitFigure = (typeof UNIT_FIGURES)[number];

export type UnitFacts = {
  isToSelfCheck: boolean;
  hasSelfCheck: boolean;
  hasGroup: boolean;
  hasImplementingPlan: boolean;
};

export function countsUnit(unit: UnitFacts, figure: UnitFigure): boolean {
  switch (figure) {
    case "selfCheckDone":
      return unit.isToSelfCheck && unit.hasSelfCheck;
    case "selfCheckTotal":
      return unit.isToSelfCheck;
    case "groupEstablished":
      return unit.hasGroup;
    case "implementingPlanFiled":
      return unit.hasImplementingPlan;
    default:
      return assertNever(figure);
  }
}
