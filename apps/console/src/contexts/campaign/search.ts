import { PHASES } from "@anji/campaign";
import { z } from "zod";
import { code, flag, key, oneOf } from "../../frame/search-values.ts";

export const phaseSearch = z.object({
  phase: oneOf(PHASES),
  /** One of the page's own views, or one that another context adds. */
  view: key,
  gate: key,
  gateUnit: code,
  unsigned: flag,
  group: code,
});
export type PhaseSearch = z.infer<typeof phaseSearch>;
