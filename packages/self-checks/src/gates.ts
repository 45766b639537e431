import { type Gate, standingOf } from "@anji/campaign";

/** What the gate knows of a unit. */
export type SelfCheckFacts = { readonly hasSelfCheck: boolean };
export const NO_SELF_CHECK: SelfCheckFacts = { hasSelfCheck: false };

export const selfCheckGates: readonly Gate<SelfCheckFacts>[] = [
  {
    // 各市、县按照专项治理内容…开展自查
    key: "selfChecks.declarationsComplete",
    levels: ["county"],
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === "county")
        .map((unit) => standingOf(unit, { passed: unit.hasSelfCheck ? 1 : 0, total: 1, reason: "selfChecks.missing" })),
  },
];
