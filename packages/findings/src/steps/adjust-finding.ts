import { type CampaignPlan, kind as kindOf } from "@anji/campaign";
import { type Act, actedBy, found } from "@anji/database";
import { type Id, refuseIf } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import { changedLines, changeMistakes, isSameLine } from "../adjustment.ts";
import { type FindingChange, STEP_OF_CHANGE } from "../finding-change.ts";
import { invalid } from "../finding.checks.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { changeLines, type ChangedLine, type LineRecord, linesOf } from "../money.ts";
import { occurredColumns } from "../occurred.ts";
import { finding, findingEvent, findingLine } from "../tables.ts";
import { findingCase } from "../verbs/finding-case.ts";

export type HeldChange = {
  readonly before: FindingRecord;
  readonly plan: CampaignPlan;
  readonly phase: string;
  readonly stored: readonly LineRecord[];
  readonly lines: readonly ChangedLine[];
};

/** Step: locks the finding and checks the change against it as it is now; nothing is written. */
export async function holdChange(
  act: Act,
  options: { id: Id<"finding">; version: number | null; change: FindingChange },
): Promise<HeldChange> {
  const { id, version, change } = options;
  const { before, campaign } = await findingCase.hold(act, { id, version, event: STEP_OF_CHANGE[change.kind] });
  const stored = await linesOf(act, id);
  const { plan, phase } = campaign;
  refuseIf(invalid(changeMistakes({ change, before, stored, plan, today: act.today })));
  return { before, plan, phase, stored, lines: changedLines(change, stored) };
}

/** Step: makes a granted change: amounts, facts, history and audit. The finding is held. */
export async function adjustFinding(
  act: Act,
  held: HeldChange,
  options: { change: FindingChange; remark: string; documentNo: string | null },
): Promise<void> {
  const { before, stored, lines } = held;
  const { change, remark, documentNo } = options;
  const event = STEP_OF_CHANGE[change.kind];
  const to = findingLifecycle.after(before.status, event);
  if (lines.some((line, index) => !isSameLine(line, stored[index]))) {
    await changeLines(act, { before, stored, lines, cause: CAUSES[change.kind] });
  }
  const set = columnsOf(change, held);
  const version = before.version + 1;
  if (change.kind === "withdrawDuplicate") await withdrawLines(act, { before, duplicateOf: change.duplicateOf });
  const written = await act.tx
    .update(finding)
    .set({ ...set, status: to, version, machineVersion: findingLifecycle.version, changedAt: act.now })
    .where(and(eq(finding.id, before.id), eq(finding.version, before.version)))
    .returning({ id: finding.id });
  found(written[0]);
  const { id, regionPath, campaignId } = before;
  const step = { seq: version, event, from: before.status, to, machineVersion: findingLifecycle.version };
  await act.tx.insert(findingEvent).values({ subjectId: id, ...step, ...actedBy(act), remark, documentNo, regionPath });
  act.signal({ topic: "findings.changed", subjectId: id, regionPath });
  act.record({
    subjectKind: "finding",
    subjectId: id,
    regionPath,
    campaignId,
    before: { status: before.status, version: before.version, lines: stored },
    after: { status: to, version, ...set, lines, change, remark },
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

function columnsOf(change: FindingChange, { plan, lines }: HeldChange) {
  switch (change.kind) {
    case "reclassify": {
      const [first] = lines;
      return {
        ...(first === undefined ? {} : { fundLine: first.fundLine, kind: first.kind }),
        ...(first === undefined ? {} : { category: kindOf(plan, first.kind)?.category ?? "" }),
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

/** Lines and head leave the counts in one statement, which the database compares at its end. */
async function withdrawLines(act: Act, { before, duplicateOf }: { before: FindingRecord; duplicateOf: Id<"finding"> }) {
  await act.tx.execute(sql`
    with line as (update ${findingLine} set is_withdrawn = true where finding_id = ${before.id})
    update ${finding} set status = 'withdrawn', duplicate_of = ${duplicateOf} where id = ${before.id}`);
}
