import { mutation, query, router } from "@anji/rpc";
import { coverageInput, getSpotCheckInput, listInspectorsInput, listSpotChecksInput } from "./inputs.ts";
import { coverage, getSpotCheck, listInspectors, listSpotChecks } from "./queries/index.ts";
import {
  beginSpotCheck,
  cancelSpotCheck,
  completeSpotCheck,
  countersignSpotCheck,
  scheduleSpotCheck,
  returnSpotCheck,
} from "./verbs/index.ts";

export const inspectionRouter = router({
  spotChecks: router({
    list: query(listSpotChecksInput, listSpotChecks),
    get: query(getSpotCheckInput, getSpotCheck),
    schedule: mutation(scheduleSpotCheck),
    begin: mutation(beginSpotCheck),
    complete: mutation(completeSpotCheck),
    countersign: mutation(countersignSpotCheck),
    return: mutation(returnSpotCheck),
    cancel: mutation(cancelSpotCheck),
  }),
  inspectors: query(listInspectorsInput, listInspectors),
  coverage: query(coverageInput, coverage),
});
