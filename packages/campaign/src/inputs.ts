import { choice, commandId, dayInput, expectedVersion, idOf, pageInput, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { CAMPAIGN_STATES, PHASES } from "./phase.ts";
import { GATE_KEY } from "./plan.inputs.ts";
import { campaignPlan } from "./plan.ts";
import { WAIVER_KINDS } from "./waiver.lifecycle.ts";

const DOCUMENT_NO_MAX = 80;
const REMARK_MAX = 500;
/** Fewer characters state no reason of a unit. */
const WAIVER_REASON_MIN = 20;

/** The most characters of a field in a form. */
export const campaignLimits = {
  documentNo: DOCUMENT_NO_MAX,
  remark: REMARK_MAX,
  waiverReasonLeast: WAIVER_REASON_MIN,
} as const;

const campaignId = idOf("campaign");
const documentNo = textInput({ min: 1, max: DOCUMENT_NO_MAX });
const rule = z.string().regex(GATE_KEY, "campaign.waiverRuleUnknown");

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
export const requestWaiverInput = z.strictObject({
  commandId,
  campaignId,
  rule,
  unitCode,
  kind: choice(WAIVER_KINDS),
  reason: textInput({ min: WAIVER_REASON_MIN, max: REMARK_MAX }),
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
export const acknowledgeWaiverInput = z.strictObject({ commandId, id: idOf("waiver"), version: expectedVersion });
export const rosterInput = z.strictObject({ campaignId, phase: choice(PHASES) });
export const moveClockInput = z.strictObject({ commandId, to: dayInput });
