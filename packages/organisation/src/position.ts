/** 组长, 副组长, 成员. */
export const GROUP_POSITIONS = ["head", "deputy", "member"] as const;
export type GroupPosition = (typeof GROUP_POSITIONS)[number];
