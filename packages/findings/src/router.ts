import { mutation, query, router } from "@anji/rpc";
import { getFindingInput, listFindingsInput, sumFindingsInput } from "./finding.inputs.ts";
import { getFinding, listFindings, sumFindings } from "./queries/index.ts";
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
  reverseSettlement,
} from "./verbs/index.ts";

export const findingsRouter = router({
  list: query(listFindingsInput, listFindings),
  sums: query(sumFindingsInput, sumFindings),
  get: query(getFindingInput, getFinding),
  register: mutation(register),
  amend: mutation(amend),
  classify: mutation(classify),
  returnRegistration: mutation(returnRegistration),
  planRectification: mutation(planRectification),
  recordSettlement: mutation(recordSettlement),
  reverseSettlement: mutation(reverseSettlement),
  attachEvidence: mutation(attachEvidence),
  reportRectified: mutation(reportRectified),
  returnRectification: mutation(returnRectification),
  close: mutation(close),
});
