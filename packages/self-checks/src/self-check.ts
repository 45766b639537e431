/** 有自查问题, 无问题（零报告）. */
export const SELF_CHECK_OUTCOMES = ["findings", "nil"] as const;
export type SelfCheckOutcome = (typeof SELF_CHECK_OUTCOMES)[number];
