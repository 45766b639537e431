import type { Reader } from "@anji/database";
import type { RegionPath } from "@anji/kernel";
import type { GateFacts } from "./gate.ts";

/** Which offenders a source names, in the order of the tree: those of an area, and no more than so many a condition. */
export type NamedOffenders = { readonly within: RegionPath; readonly max: number };

/**
 * How a context above tells the campaign its facts without the campaign knowing it:
 * the api room hands the sources to the campaign's router.
 */
export type GateSource = (
  reader: Pick<Reader, "tx" | "today" | "actor" | "scope">,
  options: { campaignId: string; named: NamedOffenders },
) => Promise<GateFacts>;
