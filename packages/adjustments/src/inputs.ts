import { findingsLimits, occupierInput } from "@anji/findings";
import {
  amountFen,
  choice,
  commandId,
  expectedVersion,
  idOf,
  LEVELS,
  occurrenceInput,
  pageInput,
  textInput,
} from "@anji/kernel";
import { z } from "zod";

const REASON_MIN = 20;
const { text: TEXT_MAX, name: NAME_MAX, lines: LINES_MAX } = findingsLimits;
const DOCUMENTS_MAX = 20;

export const adjustmentsLimits = { reasonMin: REASON_MIN, text: TEXT_MAX, name: NAME_MAX } as const;

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, "kernel.fieldInvalid");
const name = textInput({ min: 1, max: NAME_MAX });
const lineNo = z.int().min(1).max(LINES_MAX);
const amounts = z
  .array(z.strictObject({ lineNo, amountFen: amountFen.refine((amount) => amount > 0n, "adjustments.amountZero") }))
  .min(1)
  .max(LINES_MAX)
  .refine(eachLineOnce, "adjustments.lineTwice");

/** What is asked for. */
export const adjustmentChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reduce"), lines: amounts }),
  z.strictObject({ kind: z.literal("increase"), lines: amounts }),
  z.strictObject({
    kind: z.literal("reclassify"),
    lines: z
      .array(z.strictObject({ lineNo, fundLine: code, kind: code }))
      .max(LINES_MAX)
      .refine(eachLineOnce, "adjustments.lineTwice"),
    occurrence: occurrenceInput.nullable(),
    occupier: occupierInput.nullable(),
  }),
  z.strictObject({
    kind: z.literal("move"),
    responsibleUnit: name,
    responsibleLevel: choice(LEVELS),
    responsiblePerson: name.nullable(),
  }),
  z.strictObject({ kind: z.literal("withdrawDuplicate"), duplicateOf: idOf("finding") }),
  z.strictObject({ kind: z.literal("contest") }),
]);

export const requestAdjustmentInput = z.strictObject({
  commandId,
  findingId: idOf("finding"),
  /** The version of the finding that the applicant saw. */
  version: expectedVersion,
  change: adjustmentChange,
  reason: textInput({ min: REASON_MIN, max: TEXT_MAX }),
  fileIds: z.array(idOf("file")).min(1, "adjustments.documentNeeded").max(DOCUMENTS_MAX),
});

const decided = { commandId, id: idOf("adjustment"), version: expectedVersion };
export const grantAdjustmentInput = z.strictObject({
  ...decided,
  documentNo: name.nullable(),
  remark: textInput({ min: 0, max: TEXT_MAX }),
});
export const declineAdjustmentInput = z.strictObject({ ...decided, remark: textInput({ min: 2, max: TEXT_MAX }) });
export const retractAdjustmentInput = z.strictObject(decided);
export const acknowledgeAdjustmentInput = z.strictObject(decided);

export const ADJUSTMENT_VIEWS = ["waiting", "decided", "all"] as const;
export const listAdjustmentsInput = pageInput.extend({
  campaignId: idOf("campaign"),
  findingId: idOf("finding").nullable(),
  view: choice(ADJUSTMENT_VIEWS),
});

export const askableKindsInput = z.strictObject({ findingId: idOf("finding") });

function eachLineOnce(lines: readonly { lineNo: number }[]): boolean {
  return new Set(lines.map((line) => line.lineNo)).size === lines.length;
}
