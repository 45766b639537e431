import { type Act, actedBy, type Done, found } from "@anji/database";
import { type Id, refuse } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { heldCampaign, type OpenCampaign } from "./campaign-row.ts";
import type { FindingFacts, FindingRow } from "./finding.ts";
import { FINDING_MACHINE_VERSION, type FindingStatus, type StatusEvent } from "./finding.machine.ts";
import { requiredEvidence } from "./finding.policy.ts";
import { type FindingRecord, findingRow } from "./finding-rows.ts";
import { evidence, finding, findingEvent, findingLine } from "./tables.ts";

/** A finding locked for one act, with the campaign it belongs to. */
export type HeldFinding = { readonly before: FindingRecord; readonly campaign: OpenCampaign };

/** What an act may write of a head. Amounts are not among it: they change only together with their lines. */
export type WrittenFacts = Partial<
  Omit<
    FindingRecord,
    | "id"
    | "campaignId"
    | "regionPath"
    | "number"
    | "numberOrder"
    | "version"
    | "status"
    | "foundFen"
    | "recoveredFen"
    | "repaidFen"
    | "rebookedFen"
    | "writtenOffFen"
    | "outstandingFen"
  >
>;

/** Step: holds the campaign, then locks the finding; refuses a stale version with the row as it stands now. */
export async function holdFinding(act: Act, options: { id: Id<"finding">; version: number }): Promise<HeldFinding> {
  const named = and(eq(finding.id, options.id), act.scope(finding.regionPath));
  const [seen] = await act.tx.select({ campaignId: finding.campaignId }).from(finding).where(named);
  // The campaign's lock always comes first: a row held while waiting for it could stand in a signature's way.
  const campaign = await heldCampaign(act, found(seen).campaignId);
  const rows = await act.tx.select().from(finding).where(named).for("update");
  const before = found(rows[0]);
  if (before.version !== options.version) {
    refuse({ code: "stale", rule: "kernel.stale", current: await findingRow(act, before.id) });
  }
  return { before, campaign };
}

/** The facts the policy judges, for acts that ask for no document. */
export function factsOf(before: FindingRecord): FindingFacts {
  return { ...before, missingEvidence: [] };
}

/** Step: the same with the documents that are still missing. */
export async function factsWithEvidence(
  act: Pick<Act, "tx">,
  { before, campaign }: HeldFinding,
): Promise<FindingFacts> {
  const lines = await act.tx
    .select({ kind: findingLine.kind })
    .from(findingLine)
    .where(eq(findingLine.findingId, before.id));
  const present = await act.tx.select({ kind: evidence.kind }).from(evidence).where(eq(evidence.findingId, before.id));
  const kinds = present.map((one) => one.kind);
  const required = requiredEvidence(
    campaign.plan,
    lines.map((line) => line.kind),
  );
  return { ...before, missingEvidence: required.filter((one) => !kinds.includes(one.kind)).map((one) => one.name) };
}

/** Step: writes the head at the version that was held. */
export async function writeFinding(
  act: Act,
  held: HeldFinding,
  written: WrittenFacts & { status: FindingStatus },
): Promise<void> {
  const { before } = held;
  const rows = await act.tx
    .update(finding)
    .set({ ...written, machineVersion: FINDING_MACHINE_VERSION, version: before.version + 1, changedAt: act.now })
    .where(and(eq(finding.id, before.id), eq(finding.version, before.version)))
    .returning({ id: finding.id });
  found(rows[0]);
}

/** Step: event, signal and audit row of what was written; answers the row. */
export async function recordAct(
  act: Act,
  held: HeldFinding,
  done: { event: StatusEvent; to: FindingStatus; remark: string; changed: Readonly<Record<string, unknown>> },
): Promise<Done<FindingRow>> {
  const { before } = held;
  const { id: subjectId, regionPath, campaignId } = before;
  await act.tx.insert(findingEvent).values({
    findingId: before.id,
    seq: before.version + 1,
    event: done.event,
    from: before.status,
    to: done.to,
    machineVersion: FINDING_MACHINE_VERSION,
    ...actedBy(act),
    remark: done.remark,
    regionPath,
  });
  act.signal({ topic: "findings.changed", subjectId, regionPath, campaignId });
  const answer = await findingRow(act, before.id);
  const old: Readonly<Record<string, unknown>> = before;
  return act.done({
    subjectKind: "finding",
    subjectId,
    regionPath,
    campaignId,
    before: {
      status: before.status,
      version: before.version,
      ...Object.fromEntries(Object.keys(done.changed).map((key) => [key, old[key]])),
    },
    after: { status: done.to, version: answer.version, ...done.changed, remark: done.remark },
    answer,
  });
}
