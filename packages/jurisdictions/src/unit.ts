import { LEVELS } from "@anji/kernel";

/** Levels of the unit tree: the three of government and the handling agency 经办机构 under one of them. */
export const UNIT_LEVELS = [...LEVELS, "agency"] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** 组长, 副组长, 成员. */
export const GROUP_POSITIONS = ["leader", "deputy", "member"] as const;
export type GroupPosition = (typeof GROUP_POSITIONS)[number];
