import type { CampaignPlan } from "@anji/campaign";
import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, found, read, type Reader, trailEntry } from "@anji/database";
import type { Id } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { type FindingFacts, wireAmounts } from "../finding.ts";
import type { getFindingInput } from "../finding.inputs.ts";
import { FINDING_EVENTS, type FindingEvent } from "../finding.lifecycle.ts";
import { needsReferral, primaryEvent, requiredEvidence, whyNot } from "../finding.policy.ts";
import { type FindingRecord, findingRecords, type FindingRow } from "../finding-rows.ts";
import { evidence, finding, findingEvent, findingLine, settlement } from "../tables.ts";

/** Far more than one finding has; the newest of each are never cut off. */
const PARTS_MAX = 1000;

export type FindingDetail = FindingRow & Awaited<ReturnType<typeof partsOf>> & StatedDetail & { acts: FindingAct[] };
export type FindingAct = { verb: FindingEvent; whyNot: WireRefusal | null; isPrimary: boolean };
type StatedDetail = ReturnType<typeof statedOf>;

/** One finding with its money, papers and history, and for each act whether it is open and why not. */
export async function getFinding(ctx: ActorCtx, input: z.output<typeof getFindingInput>): Promise<FindingDetail> {
  return read(ctx, async (reader) => {
    const rows = await findingRecords(reader).where(and(eq(finding.id, input.id), reader.scope(finding.regionPath)));
    const { record, ...row } = found(rows[0]);
    const campaign = await campaignOf(reader, record.campaignId);
    const parts = await partsOf(reader, { id: record.id, plan: campaign.plan });
    const missingEvidence = parts.evidenceRequired.filter((one) => !one.isPresent).map((one) => one.name);
    const kinds = parts.lines.map((line) => line.kind);
    const isReferral = needsReferral(campaign.plan, { nature: record.nature, kinds });
    return {
      ...row,
      ...statedOf(record),
      ...parts,
      acts: actsOf(ctx, { finding: { ...record, missingEvidence, needsReferral: isReferral }, phase: campaign.phase }),
    };
  });
}

function actsOf(
  ctx: ActorCtx,
  options: { finding: FindingFacts; phase: Parameters<typeof whyNot>[0]["campaign"]["phase"] },
): FindingAct[] {
  const { finding: facts, phase } = options;
  const reasons = new Map(
    FINDING_EVENTS.map((event) => [event, whyNot({ subject: facts, event, actor: ctx.actor, campaign: { phase } })]),
  );
  const primary = primaryEvent(facts, (event) => reasons.get(event) === null);
  return FINDING_EVENTS.map((verb) => {
    const reason = reasons.get(verb) ?? null;
    return { verb, whyNot: reason === null ? null : wireRefusal(reason, ctx), isPrimary: verb === primary };
  });
}

function statedOf(record: FindingRecord) {
  return {
    firstStatedFen: record.firstStatedFen.toString(),
    isDetermined: record.isDetermined,
    classifiedAt: record.classifiedAt?.toISOString() ?? null,
    duplicateOf: record.duplicateOf,
    occupier: record.occupier,
    description: record.description,
    basis: record.basis,
    noticeNo: record.noticeNo,
    auditedBody: record.auditedBody,
    measures: record.measures,
    rectificationKind: record.rectificationKind,
    advice: record.advice,
    means: record.means,
    handlingOpinion: record.handlingOpinion,
    department: record.department,
    source: record.source,
    demonstrationNote: record.demonstrationNote,
    remark: record.remark,
    isCheckedOnSite: record.isCheckedOnSite,
  };
}

async function partsOf(reader: Reader, options: { id: Id<"finding">; plan: CampaignPlan }) {
  const { id } = options;
  const lines = await reader.tx
    .select()
    .from(findingLine)
    .where(eq(findingLine.findingId, id))
    .orderBy(asc(findingLine.lineNo))
    .limit(PARTS_MAX);
  const documents = await evidenceOf(reader, id);
  const present = new Set(documents.map((document) => document.kind));
  const required = requiredEvidence(
    options.plan,
    lines.map((line) => line.kind),
  );
  return {
    lines: lines.map(({ lineNo, fundLine, kind, ...amounts }) => ({ lineNo, fundLine, kind, ...wireAmounts(amounts) })),
    settlements: await settlementsOf(reader, id),
    evidence: documents,
    evidenceRequired: required.map((one) => ({ ...one, isPresent: present.has(one.kind) })),
    events: await eventsOf(reader, id),
  };
}

async function settlementsOf(reader: Reader, id: Id<"finding">) {
  const rows = await reader.tx
    .select()
    .from(settlement)
    .where(eq(settlement.findingId, id))
    .orderBy(asc(settlement.recordedAt), asc(settlement.id))
    .limit(PARTS_MAX);
  return rows.map((row) => ({
    id: row.id,
    lineNo: row.lineNo,
    reverses: row.reverses,
    channel: row.channel,
    amountFen: row.amountFen.toString(),
    settledOn: row.settledOn,
    voucherNo: row.voucherNo,
    note: row.note,
    recordedBy: row.recordedByName,
    recordedAt: row.recordedAt.toISOString(),
  }));
}

async function evidenceOf(reader: Reader, id: Id<"finding">) {
  const rows = await reader.tx
    .select()
    .from(evidence)
    .where(eq(evidence.findingId, id))
    .orderBy(asc(evidence.id))
    .limit(PARTS_MAX);
  return rows.map((row) => ({
    id: row.id,
    fileId: row.fileId,
    name: row.name,
    kind: row.kind,
    eventOn: row.eventOn,
    receivedAt: row.receivedAt.toISOString(),
    uploadedBy: row.uploadedByName,
  }));
}

async function eventsOf(reader: Reader, id: Id<"finding">) {
  const rows = await reader.tx
    .select()
    .from(findingEvent)
    .where(eq(findingEvent.subjectId, id))
    .orderBy(asc(findingEvent.seq))
    .limit(PARTS_MAX);
  return rows.map((row) => ({ ...trailEntry(row), documentNo: row.documentNo }));
}
