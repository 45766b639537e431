import { mutation, query, router } from "@anji/rpc";
import { coverageInput, getCheckInput, listChecksInput } from "./inputs.ts";
import { coverage, getCheck, listChecks } from "./queries/index.ts";
import { beginCheck, cancelCheck, completeCheck, countersignCheck, planCheck, returnCheck } from "./verbs/index.ts";

export const inspectionRouter = router({
  checks: router({
    list: query(listChecksInput, listChecks),
    get: query(getCheckInput, getCheck),
    plan: mutation(planCheck),
    begin: mutation(beginCheck),
    complete: mutation(completeCheck),
    countersign: mutation(countersignCheck),
    return: mutation(returnCheck),
    cancel: mutation(cancelCheck),
  }),
  coverage: query(coverageInput, coverage),
});
