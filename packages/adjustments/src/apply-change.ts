import { type CampaignPlan, kind as kindOf } from "@anji/campaign";
import type { Act } from "@anji/database";
import {
  type AdjustedFacts,
  adjustFinding,
  type ChangedLine,
  type HeldFinding,
  holdFinding,
  occurredColumns,
} from "@anji/findings/steps";
import { finding } from "@anji/findings/tables";
import { type Id, invalid, refuseAt, refuseIf } from "@anji/kernel";
import { and, eq, ne } from "drizzle-orm";
import { changedLines, changeMistakes, isSameLine } from "./change-checks.ts";
import { type FindingChange, STEP_OF_CHANGE } from "./finding-change.ts";

export type HeldChange = HeldFinding & { readonly lines: readonly ChangedLine[] };

/** Step: locks the finding and checks the change against it as it is now; nothing is written. */
export async function holdChange(
  act: Act,
  options: { id: Id<"finding">; version: number | null; change: FindingChange },
): Promise<HeldChange> {
  const { id, version, change } = options;
  const held = await holdFinding(act, { id, version, event: STEP_OF_CHANGE[change.kind] });
  refuseIf(invalid(changeMistakes({ change, ...held, today: act.today })));
  if (change.kind === "withdrawDuplicate") await refuseNoOriginal(act, { ...held, duplicateOf: change.duplicateOf });
  return { ...held, lines: changedLines(change, held.stored) };
}

/** Step: makes a granted change of the held finding. */
export async function applyChange(
  act: Act,
  held: HeldChange,
  options: { change: FindingChange; remark: string; documentNo: string | null },
): Promise<void> {
  const { change, remark, documentNo } = options;
  const { lines, stored, plan } = held;
  const isChanged = lines.some((line, index) => !isSameLine(line, stored[index]));
  await adjustFinding(act, held, {
    event: STEP_OF_CHANGE[change.kind],
    lines: isChanged ? lines : null,
    cause: CAUSES[change.kind],
    set: factsOf(change, { lines, plan }),
    remark,
    documentNo,
  });
}

const CAUSES = {
  reduce: "reduced",
  withdrawDuplicate: "reduced",
  increase: "increased",
  reclassify: "reclassified",
  move: "reclassified",
  contest: "reclassified",
} as const satisfies Record<FindingChange["kind"], string>;

function factsOf(
  change: FindingChange,
  { lines, plan }: { lines: readonly ChangedLine[]; plan: CampaignPlan },
): AdjustedFacts {
  switch (change.kind) {
    case "reclassify": {
      const [first] = lines;
      const category = first === undefined ? undefined : kindOf(plan, first.kind)?.category;
      return {
        ...(first === undefined ? {} : { fundLine: first.fundLine, kind: first.kind, category: category ?? "" }),
        ...(change.occurrence === null ? {} : occurredColumns(change.occurrence)),
        ...(change.occupier === null ? {} : { occupier: change.occupier }),
      };
    }
    case "move": {
      const { responsibleUnit, responsibleLevel, responsiblePerson } = change;
      return { responsibleUnit, responsibleLevel, responsiblePerson };
    }
    case "withdrawDuplicate":
      return { duplicateOf: change.duplicateOf };
    case "contest":
      return { nature: null, isReturned: false };
    default:
      return {};
  }
}

/** The doubled finding is another one of the campaign, in sight of the actor and itself still counted. */
async function refuseNoOriginal(
  act: Act,
  { before, duplicateOf }: Pick<HeldFinding, "before"> & { duplicateOf: Id<"finding"> },
): Promise<void> {
  const [original] = await act.tx
    .select({ id: finding.id })
    .from(finding)
    .where(
      and(
        eq(finding.id, duplicateOf),
        ne(finding.id, before.id),
        eq(finding.campaignId, before.campaignId),
        ne(finding.status, "withdrawn"),
        act.scope(finding.regionPath),
      ),
    );
  if (original === undefined) refuseAt("duplicateOf", "findings.originalUnknown");
}
