import type { ActorCtx } from "@anji/database";
import type { JobCatalogue } from "@anji/jobs";
import type { Id, WorkItem } from "@anji/kernel";
import type { ContextParts } from "@anji/rpc";
import type { GateSource, Completeness, OpenMatters } from "./gate-source.ts";

/** What waits for the actor in one context. */
export type WorkSource = (ctx: ActorCtx, input: { campaignId: Id<"campaign"> }) => Promise<WorkItem[]>;

/** What a context after the campaign hands in, in addition to the parts every context has. */
export type Contribution = ContextParts & {
  readonly gates?: readonly GateSource[];
  readonly completeness?: readonly Completeness[];
  readonly openMatters?: readonly OpenMatters[];
  readonly work?: WorkSource;
  readonly jobs?: JobCatalogue;
};

/** What all contexts together contribute to the campaign. */
export type Contributed = {
  readonly gates: readonly GateSource[];
  readonly completeness: readonly Completeness[];
  readonly openMatters: readonly OpenMatters[];
  readonly work: readonly WorkSource[];
};
