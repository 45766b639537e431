import { choice, commandId, dayInput, expectedVersion, idOf, pageInput, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { CAMPAIGN_STATES, PHASES } from "./phase.ts";
import { campaignPlan } from "./plan.ts";

const DOCUMENT_NO_MAX = 80;
const REMARK_MAX = 500;
const SECTION_MAX = 5000;

/** The most characters a form lets in. */
export const campaignLimits = { documentNo: DOCUMENT_NO_MAX, remark: REMARK_MAX } as const;

const campaignId = idOf("campaign");
const documentNo = textInput({ min: 1, max: DOCUMENT_NO_MAX });
const rule = z.string().regex(/^campaign\.[A-Za-z]+$/, "campaign.waiverRuleUnknown");

export const campaignInput = z.strictObject({ campaignId });
export const gatesInput = z.strictObject({
  campaignId,
  phase: choice(PHASES).nullable(),
  unitCode: unitCode.nullable(),
});
export const offendersInput = pageInput.extend({ campaignId, rule, unitCode: unitCode.nullable() });
export const createCampaignInput = z.strictObject({ commandId, plan: campaignPlan });
export const advanceInput = z.strictObject({
  commandId,
  campaignId,
  version: expectedVersion,
  to: choice(CAMPAIGN_STATES),
  documentNo,
  remark: textInput({ min: 0, max: REMARK_MAX }),
});
const planFields = {
  title: textInput({ min: 2, max: 100 }),
  documentNo,
  filedOn: dayInput,
  tasks: textInput({ min: 2, max: SECTION_MAX }),
  goals: textInput({ min: 2, max: SECTION_MAX }),
  division: textInput({ min: 2, max: SECTION_MAX }),
  measures: textInput({ min: 2, max: SECTION_MAX }),
  fileId: idOf("file").nullable(),
};
export const filePlanInput = z.strictObject({ commandId, campaignId, unitCode, ...planFields });
/** The version it replaces is named by its id. */
export const revisePlanInput = z.strictObject({
  commandId,
  id: idOf("implementingPlan"),
  version: expectedVersion,
  ...planFields,
  reason: textInput({ min: 5, max: REMARK_MAX }),
});
export const planVersionsInput = z.strictObject({ campaignId, unitCode });
export const requestWaiverInput = z.strictObject({
  commandId,
  campaignId,
  rule,
  unitCode,
  reason: textInput({ min: 5, max: REMARK_MAX }),
  expiresOn: dayInput,
});
export const approveWaiverInput = z.strictObject({
  commandId,
  id: idOf("waiver"),
  version: expectedVersion,
  documentNo,
});
export const rejectWaiverInput = z.strictObject({
  commandId,
  id: idOf("waiver"),
  version: expectedVersion,
  remark: textInput({ min: 2, max: REMARK_MAX }),
});
export const moveClockInput = z.strictObject({ commandId, to: dayInput });
