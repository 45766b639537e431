import type { CampaignPlan } from "@anji/campaign";
import { type Act, actedBy, found } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { AmountCause } from "../finding.ts";
import { type AdjustingStep, findingLifecycle } from "../finding.lifecycle.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { changeLines, type ChangedLine, type LineRecord, linesOf } from "../money.ts";
import { finding, findingEvent, findingLine } from "../tables.ts";
import { findingCase } from "../verbs/finding-case.ts";

export type HeldFinding = {
  readonly before: FindingRecord;
  readonly plan: CampaignPlan;
  readonly stored: readonly LineRecord[];
};

/** Step: locks the finding and refuses where the step is not open; nothing is written. */
export async function holdFinding(
  act: Act,
  options: { id: Id<"finding">; version: number | null; event: AdjustingStep },
): Promise<HeldFinding> {
  const { before, campaign } = await findingCase.hold(act, options);
  return { before, plan: campaign.plan, stored: await linesOf(act, options.id) };
}

/** The facts of a head that an adjustment may write. */
export type AdjustedFacts = Partial<
  Omit<
    FindingRecord,
    "id" | "campaignId" | "regionPath" | "status" | "version" | "numberOrder" | "dueOrder" | `${string}Fen`
  >
>;

/** Step: makes a granted change: amounts, facts, history and audit. The finding is held. */
export async function adjustFinding(
  act: Act,
  { before, stored }: HeldFinding,
  options: {
    event: AdjustingStep;
    /** Null: every line stays as it is. */
    lines: readonly ChangedLine[] | null;
    cause: AmountCause;
    set: AdjustedFacts;
    remark: string;
    documentNo: string | null;
  },
): Promise<void> {
  const { event, lines, cause, set, remark, documentNo } = options;
  const to = findingLifecycle.after(before.status, event);
  if (lines !== null) await changeLines(act, { before, stored, lines, cause });
  const { duplicateOf } = set;
  if (to === "withdrawn" && duplicateOf != null) await withdrawLines(act, { before, duplicateOf });
  const version = before.version + 1;
  const { version: machineVersion } = findingLifecycle;
  const written = await act.tx
    .update(finding)
    .set({ ...set, status: to, version, machineVersion, changedAt: act.now })
    .where(and(eq(finding.id, before.id), eq(finding.version, before.version)))
    .returning({ id: finding.id });
  found(written[0]);
  const { id, regionPath, campaignId } = before;
  const step = { seq: version, event, from: before.status, to, machineVersion };
  await act.tx.insert(findingEvent).values({ subjectId: id, ...step, ...actedBy(act), remark, documentNo, regionPath });
  act.signal({ topic: "findings.changed", subjectId: id, regionPath });
  act.record({
    subjectKind: "finding",
    subjectId: id,
    regionPath,
    campaignId,
    before: { status: before.status, version: before.version, lines: stored },
    after: { status: to, version, ...set, lines, remark },
  });
}

/** Lines and head leave the counts in one statement, which the database compares at its end. */
async function withdrawLines(act: Act, { before, duplicateOf }: { before: FindingRecord; duplicateOf: Id<"finding"> }) {
  await act.tx.execute(sql`
    with line as (update ${findingLine} set is_withdrawn = true where finding_id = ${before.id})
    update ${finding} set status = 'withdrawn', duplicate_of = ${duplicateOf} where id = ${before.id}`);
}
