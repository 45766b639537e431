import { procedure, router } from "@anji/rpc";
import {
  beginCheckInput,
  completeCheckInput,
  countersignCheckInput,
  coverageInput,
  getCheckInput,
  inspectionWorkInput,
  listChecksInput,
  planCheckInput,
} from "./inputs.ts";
import { coverage, getCheck, listChecks, myInspectionWork } from "./queries/index.ts";
import { beginCheck, completeCheck, countersignCheck, planCheck } from "./verbs/index.ts";

export const inspectionRouter = router({
  checks: router({
    list: procedure.input(listChecksInput).query(({ ctx, input }) => listChecks(ctx, input)),
    get: procedure.input(getCheckInput).query(({ ctx, input }) => getCheck(ctx, input)),
    plan: procedure.input(planCheckInput).mutation(({ ctx, input }) => planCheck(ctx, input)),
    begin: procedure.input(beginCheckInput).mutation(({ ctx, input }) => beginCheck(ctx, input)),
    complete: procedure.input(completeCheckInput).mutation(({ ctx, input }) => completeCheck(ctx, input)),
    countersign: procedure.input(countersignCheckInput).mutation(({ ctx, input }) => countersignCheck(ctx, input)),
  }),
  coverage: procedure.input(coverageInput).query(({ ctx, input }) => coverage(ctx, input)),
  myWork: procedure.input(inspectionWorkInput).query(({ ctx, input }) => myInspectionWork(ctx, input)),
});
