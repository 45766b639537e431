import type { Outputs } from "../../../../rpc/trpc.ts";

export type Finding = Outputs["findings"]["get"];
export type FindingAct = Finding["acts"][number];
export type FindingVerb = FindingAct["verb"];
