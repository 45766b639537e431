import { mutation, query, router } from "@anji/rpc";
import { listSelfChecksInput } from "./inputs.ts";
import { listSelfChecks } from "./queries/index.ts";
import { signSelfCheck } from "./verbs/index.ts";

/** The procedures of this context. */
export const selfChecksRouter = router({
  list: query(listSelfChecksInput, listSelfChecks),
  sign: mutation(signSelfCheck),
});
