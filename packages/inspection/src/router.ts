import { procedure, router } from "@anji/rpc";
import {
  beginCheckInput,
  cancelCheckInput,
  completeCheckInput,
  countersignCheckInput,
  coverageInput,
  getCheckInput,
  inspectionWorkInput,
  listChecksInput,
  planCheckInput,
  returnCheckInput,
} from "./inputs.ts";
import { coverage, getCheck, listChecks, myInspectionWork } from "./queries/index.ts";
import { beginCheck, cancelCheck, completeCheck, countersignCheck, planCheck, returnCheck } from "./verbs/index.ts";

export const inspectionRouter = router({
  checks: router({
    list: procedure.input(listChecksInput).query(({ ctx, input }) => listChecks(ctx, input)),
    get: procedure.input(getCheckInput).query(({ ctx, input }) => getCheck(ctx, input)),
    plan: procedure.input(planCheckInput).mutation(({ ctx, input }) => planCheck(ctx, input)),
    begin: procedure.input(beginCheckInput).mutation(({ ctx, input }) => beginCheck(ctx, input)),
    complete: procedure.input(completeCheckInput).mutation(({ ctx, input }) => completeCheck(ctx, input)),
    countersign: procedure.input(countersignCheckInput).mutation(({ ctx, input }) => countersignCheck(ctx, input)),
    return: procedure.input(returnCheckInput).mutation(({ ctx, input }) => returnCheck(ctx, input)),
    cancel: procedure.input(cancelCheckInput).mutation(({ ctx, input }) => cancelCheck(ctx, input)),
  }),
  coverage: procedure.input(coverageInput).query(({ ctx, input }) => coverage(ctx, input)),
  myWork: procedure.input(inspectionWorkInput).query(({ ctx, input }) => myInspectionWork(ctx, input)),
});
