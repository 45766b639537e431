import { choice, commandId, dayInput, expectedVersion, idOf, pageInput, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { CONCLUSIONS, SPOT_CHECK_QUESTIONS } from "@anji/campaign";
import { SPOT_CHECK_STATUSES } from "./spot-check.lifecycle.ts";
import { INSPECTORS_MIN, MARKS_TOTAL, SPOT_CHECK_LEVELS } from "./spot-check.ts";

const INSPECTORS_MAX = 20;
const DAYS_ON_SITE_MAX = 31;
const REMARK_CHARACTERS_MAX = 2000;
const REASON_CHARACTERS_MIN = 5;

/** The limits of a form: characters of a remark or reason, and inspectors of one check. */
export const inspectionLimits = {
  remark: REMARK_CHARACTERS_MAX,
  inspectors: INSPECTORS_MAX,
  daysOnSite: DAYS_ON_SITE_MAX,
} as const;

const campaignId = idOf("campaign");
const spotCheckId = idOf("spotCheck");
const remark = textInput({ min: 0, max: REMARK_CHARACTERS_MAX });

const inspectorIds = z
  .array(idOf("person"))
  .max(INSPECTORS_MAX)
  .refine((ids) => new Set(ids).size === ids.length && ids.length >= INSPECTORS_MIN, "inspection.inspectorsTwo");

/** The marks of one question and what was seen. The plan sets the full marks and how much is written. */
const score = z.strictObject({ score: z.int().min(0).max(MARKS_TOTAL), remark });
const visitedOn = z
  .array(dayInput)
  .min(1)
  .max(DAYS_ON_SITE_MAX)
  .refine((days) => new Set(days).size === days.length, "inspection.visitedTwice");

/** The last check of a page; the next page starts after it. */
export const listSpotChecksInput = pageInput.extend({
  cursor: spotCheckId.nullable(),
  campaignId,
  level: choice(SPOT_CHECK_LEVELS).nullable(),
  unitCode: unitCode.nullable(),
  status: choice(SPOT_CHECK_STATUSES).nullable(),
});
export const getSpotCheckInput = z.strictObject({ id: spotCheckId });
export const scheduleSpotCheckInput = z.strictObject({
  commandId,
  campaignId,
  level: choice(SPOT_CHECK_LEVELS),
  unitCode,
  scheduledOn: dayInput,
  inspectorIds,
  /** The check whose conclusion this one follows; null: a check of its own. */
  followsId: spotCheckId.nullable(),
});
export const beginSpotCheckInput = z.strictObject({ commandId, id: spotCheckId, version: expectedVersion });
export const completeSpotCheckInput = z.strictObject({
  commandId,
  id: spotCheckId,
  version: expectedVersion,
  scores: z.strictObject({
    earnest: score,
    corrected: score,
    risks: score,
    institutions: score,
    proposals: score,
  } satisfies Record<(typeof SPOT_CHECK_QUESTIONS)[number], typeof score>),
  /** The days the inspectors were on site. */
  visitedOn,
  conclusion: choice(CONCLUSIONS),
  remark,
});
export const countersignSpotCheckInput = z.strictObject({ commandId, id: spotCheckId, version: expectedVersion });
const reason = textInput({ min: REASON_CHARACTERS_MIN, max: REMARK_CHARACTERS_MAX });
export const returnSpotCheckInput = z.strictObject({
  commandId,
  id: spotCheckId,
  version: expectedVersion,
  remark: reason,
});
export const cancelSpotCheckInput = z.strictObject({ commandId, id: spotCheckId, version: expectedVersion, reason });
export const coverageInput = z.strictObject({ campaignId, unitCode: unitCode.nullable() });
export const listInspectorsInput = z.strictObject({ campaignId });
export const inspectionWorkInput = z.strictObject({ campaignId });
