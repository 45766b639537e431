import { choice, commandId, expectedVersion, idOf, textInput, unitCode } from "@anji/kernel";
import { z } from "zod";
import { CELL_ANSWERS } from "./declaration.ts";

const TEXT_MAX = 2000;
const REASON_MIN = 4;
const REASON_MAX = 200;
const NAME_MAX = 60;
const REMARK_MIN = 2;
const CELLS_MAX = 800;
const FINDINGS_MAX = 1000;
const HASH_CHARACTERS = 64;

/** The limits of a form, in characters. */
export const selfChecksLimits = {
  searched: TEXT_MAX,
  reasonMin: REASON_MIN,
  reason: REASON_MAX,
  head: NAME_MAX,
  remark: TEXT_MAX,
} as const;

const campaignId = idOf("campaign");
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, "kernel.fieldInvalid");
const hash = z.string().length(HASH_CHARACTERS);
const head = textInput({ min: 2, max: NAME_MAX });

const cell = z.strictObject({
  fundLine: code,
  category: code,
  answer: choice(CELL_ANSWERS),
  /** Needed for 不属本部门. */
  reason: textInput({ min: REASON_MIN, max: REASON_MAX }).nullable(),
  /** The findings of a `found`; of another answer none. */
  findings: z.array(idOf("finding")).max(FINDINGS_MAX),
});

export const listSelfChecksInput = z.strictObject({ campaignId, unitCode: unitCode.nullable() });
export const declarationMatrixInput = z.strictObject({ campaignId, unitCode });
export const selfChecksWorkInput = z.strictObject({ campaignId });

export const answerDeclarationInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  /** The department of the plan, or the agency's unit code. */
  declarant: code,
  /** The version this answer replaces; null for the first. */
  version: expectedVersion.nullable(),
  /** What was searched: persons, period, volume. Needed for every `nothing`. */
  searched: textInput({ min: 0, max: TEXT_MAX }),
  cells: z.array(cell).min(1).max(CELLS_MAX),
});

export const signDeclarationInput = z.strictObject({
  commandId,
  id: idOf("declaration"),
  version: expectedVersion,
  /** The head who promises. */
  head,
  /** The hash of the rows the signer saw. */
  rowsHash: hash,
});

export const returnDeclarationInput = z.strictObject({
  commandId,
  id: idOf("declaration"),
  version: expectedVersion,
  remark: textInput({ min: REMARK_MIN, max: TEXT_MAX }),
});

export const signUnitInput = z.strictObject({
  commandId,
  campaignId,
  unitCode,
  /** The version this signature replaces; null for the first. */
  version: expectedVersion.nullable(),
  head,
  /** The hash of all departments' signatures the signer saw. */
  partsHash: hash,
});
