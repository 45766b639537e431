import { jurisdictionsLimits } from "@anji/jurisdictions";
import { z } from "zod";
import { key, text } from "../../frame/search-values.ts";

export const systemSearch = z.object({ tab: key, text: text(jurisdictionsLimits.name) });

/** Where to go once signed in: a page of this console, never an address elsewhere such as "//elsewhere.example". */
export const passwordSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});
export const signInSearch = passwordSearch.extend({ username: text(jurisdictionsLimits.username) });
