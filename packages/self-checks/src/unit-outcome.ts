/** 有问题, 零报告. */
export const UNIT_OUTCOMES = ["findings", "nil"] as const;
export type UnitOutcome = (typeof UNIT_OUTCOMES)[number];
