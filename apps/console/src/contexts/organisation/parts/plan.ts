import type { Outputs } from "../../../rpc/trpc.ts";

/** 实施方案 as the server answers it. */
export type Plan = Outputs["organisation"]["implementingPlans"]["list"]["items"][number];

export const PLAN_SECTIONS = ["tasks", "goals", "division", "measures"] as const;
