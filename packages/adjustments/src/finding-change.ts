import type { AdjustingStep, Occupier } from "@anji/findings";
import type { FindingRecord } from "@anji/findings/steps";
import type { Id, Occurrence } from "@anji/kernel";

/** What an adjustment changes of a finding that was classified. */
export type FindingChange =
  | { readonly kind: "reduce" | "increase"; readonly lines: readonly { lineNo: number; amountFen: bigint }[] }
  | {
      readonly kind: "reclassify";
      readonly lines: readonly { lineNo: number; fundLine: string; kind: string }[];
      readonly occurrence: Occurrence | null;
      readonly occupier: Occupier | null;
    }
  | ({ readonly kind: "move" } & Pick<FindingRecord, "responsibleUnit" | "responsibleLevel" | "responsiblePerson">)
  | { readonly kind: "withdrawDuplicate"; readonly duplicateOf: Id<"finding"> }
  | { readonly kind: "contest" };

/** The step of the finding's lifecycle that each change is. */
export const STEP_OF_CHANGE = {
  reduce: "adjust",
  increase: "adjust",
  reclassify: "adjust",
  move: "move",
  withdrawDuplicate: "withdraw",
  contest: "reopenClassification",
} as const satisfies Record<FindingChange["kind"], AdjustingStep>;
