import type { Reader } from "@anji/database";
import type { GateFacts } from "./gate.ts";

/**
 * How a context above tells the campaign its facts without the campaign knowing it:
 * the api room hands the sources to the campaign's router.
 */
export type GateSource = (
  reader: Pick<Reader, "tx" | "today" | "actor" | "scope">,
  options: { campaignId: string },
) => Promise<GateFacts>;
