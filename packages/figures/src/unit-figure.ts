import { assertNever } from "@anji/kernel";
import type { UnitOutcome } from "@anji/self-checks";

/** Figures that count units instead of adding up ledger lines. */
export const UNIT_FIGURES = [
  "selfCheckDone",
  "selfCheckTotal",
  "selfCheckFound",
  "selfCheckNil",
  "selfCheckMissing",
  "selfCheckLate",
  "groupEstablished",
  "implementingPlanFiled",
] as const;
export type UnitFigure = (typeof UNIT_FIGURES)[number];

export type UnitFacts = {
  isToSelfCheck: boolean;
  selfCheckOutcome: UnitOutcome | null;
  isSelfCheckLate: boolean;
  hasGroup: boolean;
  hasImplementingPlan: boolean;
};

export function countsUnit(unit: UnitFacts, figure: UnitFigure): boolean {
  switch (figure) {
    case "selfCheckDone":
      return unit.isToSelfCheck && unit.selfCheckOutcome !== null;
    case "selfCheckFound":
      return unit.isToSelfCheck && unit.selfCheckOutcome === "findings";
    case "selfCheckNil":
      return unit.isToSelfCheck && unit.selfCheckOutcome === "nil";
    case "selfCheckMissing":
      return unit.isToSelfCheck && unit.selfCheckOutcome === null;
    case "selfCheckLate":
      return unit.isToSelfCheck && unit.isSelfCheckLate;
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
