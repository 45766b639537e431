import { jurisdictionsLimits } from "@anji/jurisdictions";
import { z } from "zod";
import { key, text } from "../../frame/search-values.ts";

export const systemSearch = z.object({ tab: key, text: text(jurisdictionsLimits.name) });

/** The page to open after sign-in: a page of this console, never another address such as "//elsewhere.example". */
export const passwordSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});
export const signInSearch = passwordSearch.extend({ username: text(jurisdictionsLimits.username) });
