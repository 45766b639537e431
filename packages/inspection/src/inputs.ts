import { choice, commandId, dayInput, expectedVersion, idOf, pageInput, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import {
  SPOT_CHECK_LEVELS,
  SPOT_CHECK_QUESTIONS,
  CONCLUSIONS,
  INSPECTORS_MIN,
  REMARK_REQUIRED_BELOW,
  SCORE_MAX,
} from "./spot-check.ts";

const NAME_CHARACTERS_MAX = 60;
const INSPECTORS_MAX = 20;
const REMARK_CHARACTERS_MAX = 2000;
const REASON_CHARACTERS_MIN = 5;

/** The limits of a form: characters of a remark or reason, and inspectors of one check. */
export const inspectionLimits = { remark: REMARK_CHARACTERS_MAX, inspectors: INSPECTORS_MAX } as const;

const campaignId = idOf("campaign");
const spotCheckId = idOf("spotCheck");
const remark = textInput({ min: 0, max: REMARK_CHARACTERS_MAX });

const inspectors = z
  .array(textInput({ min: 1, max: NAME_CHARACTERS_MAX }))
  .max(INSPECTORS_MAX)
  .refine(
    (names) => new Set(names).size === names.length && names.length >= INSPECTORS_MIN,
    "inspection.inspectorsTwo",
  );

const score = z
  .strictObject({ score: z.int().min(0).max(SCORE_MAX), remark })
  .refine((one) => one.score >= REMARK_REQUIRED_BELOW || one.remark !== "", {
    error: "inspection.remarkRequired",
    path: ["remark"],
    params: { minimum: REMARK_REQUIRED_BELOW },
  });

/** The last check of a page; the next page starts after it. */
export const listSpotChecksInput = pageInput.extend({
  cursor: spotCheckId.nullable(),
  campaignId,
  level: choice(SPOT_CHECK_LEVELS).nullable(),
  unitCode: unitCode.nullable(),
});
export const getSpotCheckInput = z.strictObject({ id: spotCheckId });
export const scheduleSpotCheckInput = z.strictObject({
  commandId,
  campaignId,
  level: choice(SPOT_CHECK_LEVELS),
  unitCode,
  scheduledOn: dayInput,
  inspectors,
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
export const inspectionWorkInput = z.strictObject({ campaignId });
