import { procedure, router } from "@anji/rpc";
import {
  amendInput,
  attachEvidenceInput,
  classifyInput,
  closeInput,
  findingsWorkInput,
  getFindingInput,
  listFindingsInput,
  listSelfChecksInput,
  planRectificationInput,
  recordSettlementInput,
  registerInput,
  reportRectifiedInput,
  returnRectificationInput,
  returnRegistrationInput,
  signSelfCheckInput,
  sumFindingsInput,
} from "./finding.inputs.ts";
import { getFinding, listFindings, listSelfChecks, myFindingsWork, sumFindings } from "./queries/index.ts";
import {
  amend,
  attachEvidence,
  classify,
  close,
  planRectification,
  recordSettlement,
  register,
  reportRectified,
  returnRectification,
  returnRegistration,
  signSelfCheck,
} from "./verbs/index.ts";

export const findingsRouter = router({
  list: procedure.input(listFindingsInput).query(({ ctx, input }) => listFindings(ctx, input)),
  sums: procedure.input(sumFindingsInput).query(({ ctx, input }) => sumFindings(ctx, input)),
  get: procedure.input(getFindingInput).query(({ ctx, input }) => getFinding(ctx, input)),
  myWork: procedure.input(findingsWorkInput).query(({ ctx, input }) => myFindingsWork(ctx, input)),
  register: procedure.input(registerInput).mutation(({ ctx, input }) => register(ctx, input)),
  amend: procedure.input(amendInput).mutation(({ ctx, input }) => amend(ctx, input)),
  classify: procedure.input(classifyInput).mutation(({ ctx, input }) => classify(ctx, input)),
  returnRegistration: procedure
    .input(returnRegistrationInput)
    .mutation(({ ctx, input }) => returnRegistration(ctx, input)),
  planRectification: procedure
    .input(planRectificationInput)
    .mutation(({ ctx, input }) => planRectification(ctx, input)),
  recordSettlement: procedure.input(recordSettlementInput).mutation(({ ctx, input }) => recordSettlement(ctx, input)),
  attachEvidence: procedure.input(attachEvidenceInput).mutation(({ ctx, input }) => attachEvidence(ctx, input)),
  reportRectified: procedure.input(reportRectifiedInput).mutation(({ ctx, input }) => reportRectified(ctx, input)),
  returnRectification: procedure
    .input(returnRectificationInput)
    .mutation(({ ctx, input }) => returnRectification(ctx, input)),
  close: procedure.input(closeInput).mutation(({ ctx, input }) => close(ctx, input)),
  selfChecks: router({
    list: procedure.input(listSelfChecksInput).query(({ ctx, input }) => listSelfChecks(ctx, input)),
    sign: procedure.input(signSelfCheckInput).mutation(({ ctx, input }) => signSelfCheck(ctx, input)),
  }),
});
