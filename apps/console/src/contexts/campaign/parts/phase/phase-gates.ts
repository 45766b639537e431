import type { Outputs } from "../../../../rpc/trpc.ts";

export type PhaseGates = Outputs["campaign"]["gates"];
export type Gate = PhaseGates["gates"][number];
