import { choice, commandId, expectedVersion, idOf, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { SELF_CHECK_OUTCOMES } from "./self-check.ts";

const TEXT_MAX = 4000;

/** The limits of a form, in characters. */
export const selfChecksLimits = { text: TEXT_MAX } as const;

const campaignId = idOf("campaign");

export const selfChecksWorkInput = z.strictObject({ campaignId });
export const listSelfChecksInput = z.strictObject({ campaignId, unitCode: unitCode.nullable() });
export const signSelfCheckInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  /** The version of the result this one replaces; null when the unit signs for the first time. */
  version: expectedVersion.nullable(),
  outcome: choice(SELF_CHECK_OUTCOMES),
  statement: textInput({ min: 2, max: TEXT_MAX }),
});
