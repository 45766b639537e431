import { randomUUID } from "node:crypto";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { auditEntry } from "@anji/database/tables";
import { classifyInput, type FindingRow, planRectificationInput, reportRectifiedInput } from "@anji/findings";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import {
  attachEvidence,
  classify,
  planRectification,
  recordSettlement,
  register,
  reportRectified,
} from "@anji/findings/verbs";
import { attachEvidenceInput, recordSettlementInput } from "@anji/findings";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { and, eq } from "drizzle-orm";
import { afterAll } from "vitest";

export type People = {
  clerk: Actor;
  reviewer: Actor;
  otherReviewer: Actor;
  leader: Actor;
  cityClerk: Actor;
  cityReviewer: Actor;
  cityInspector: Actor;
  provinceClerk: Actor;
  provinceReviewer: Actor;
  farClerk: Actor;
};
export type TestWorld = CampaignWorld & { people: People };

/** The tree of Hebei in 2008 with an empty ledger, in 自查自纠, on 2008-10-15. */
export async function ledgerWorld(options: { connections: number } = { connections: 4 }): Promise<TestWorld> {
  const { appUrl } = await testDatabase();
  const { connections } = options;
  const world = await openLedgerWorld({ appUrl, connections, plan: hebeiPlan(), units: hebeiUnits(), rules: {} });
  afterAll(() => world.end());
  return {
    ...world,
    people: {
      clerk: world.actorOf({ unitCode: "130621", roles: ["clerk"] }),
      reviewer: world.actorOf({ unitCode: "130621", roles: ["reviewer"] }),
      otherReviewer: world.actorOf({ unitCode: "130621", roles: ["reviewer"] }),
      leader: world.actorOf({ unitCode: "130621", roles: ["leader"] }),
      cityClerk: world.actorOf({ unitCode: "130600", roles: ["clerk"] }),
      cityReviewer: world.actorOf({ unitCode: "130600", roles: ["reviewer"] }),
      cityInspector: world.actorOf({ unitCode: "130600", roles: ["inspector"] }),
      provinceClerk: world.actorOf({ unitCode: "130000", roles: ["clerk"] }),
      provinceReviewer: world.actorOf({ unitCode: "130000", roles: ["reviewer"] }),
      farClerk: world.actorOf({ unitCode: "130121", roles: ["clerk", "reviewer"] }),
    },
  };
}

export function command() {
  return { commandId: randomUUID() };
}

export function at(row: Pick<FindingRow, "id" | "version">) {
  return { ...command(), id: row.id, version: row.version };
}

export async function registered(
  world: TestWorld,
  changes: Parameters<typeof aRegistration>[1] = {},
): Promise<FindingRow> {
  return register(world.ctxOf(world.people.clerk), aRegistration(world, changes));
}

export async function classified(
  world: TestWorld,
  changes: Parameters<typeof aRegistration>[1] = {},
): Promise<FindingRow> {
  const row = await registered(world, changes);
  return classify(world.ctxOf(world.people.reviewer), classification(row));
}

export function classification(row: FindingRow) {
  return classifyInput.parse({
    ...at(row),
    nature: "breach",
    responsibleUnit: row.responsibleUnit,
    responsibleLevel: row.responsibleLevel,
    responsiblePerson: "王某",
    handlingOpinion: "责令归还基金",
    means: ["economic"],
  });
}

export async function rectifying(
  world: TestWorld,
  changes: Parameters<typeof aRegistration>[1] = {},
): Promise<FindingRow> {
  return planRectification(world.ctxOf(world.people.clerk), rectificationPlan(await classified(world, changes)));
}

export function rectificationPlan(
  row: FindingRow,
  changes: { dueOn?: string; rectificationKind?: "immediate" | "staged" | "continuing" } = {},
) {
  return planRectificationInput.parse({
    ...at(row),
    rectificationKind: "staged",
    measures: "分两期归还",
    department: "基金监督科",
    responsiblePerson: "王某",
    dueOn: "2009-03-31",
    ...changes,
  });
}

export function settlementOf(
  row: FindingRow,
  changes: Partial<Parameters<typeof recordSettlementInput.parse>[0] & object> = {},
) {
  return recordSettlementInput.parse({
    ...at(row),
    lineNo: 1,
    channel: "recovered",
    amountFen: row.outstandingFen,
    settledOn: "2008-10-14",
    voucherNo: `记-${randomUUID()}`,
    note: "",
    ...changes,
  });
}

export async function proven(world: TestWorld, row: FindingRow): Promise<FindingRow> {
  const { clerk } = world.people;
  let current = row;
  for (const kind of ["repayment-voucher", "fiscal-account-receipt"]) {
    const fileId = await world.upload(clerk, { name: `${kind}.pdf`, bytes: new TextEncoder().encode(kind) });
    const input = attachEvidenceInput.parse({ ...at(current), fileId, name: "凭证", kind, eventOn: "2008-10-14" });
    current = await attachEvidence(world.ctxOf(clerk), input);
  }
  return current;
}

export async function settledAndProven(world: TestWorld): Promise<FindingRow> {
  const row = await proven(world, await rectifying(world));
  return recordSettlement(world.ctxOf(world.people.clerk), settlementOf(row));
}

export async function reported(world: TestWorld): Promise<FindingRow> {
  const row = await settledAndProven(world);
  return reportRectified(
    world.ctxOf(world.people.clerk),
    reportRectifiedInput.parse({ ...at(row), remark: "已全部归还" }),
  );
}

/** The audit rows an act left about a subject. */
export async function auditOf(world: TestWorld, subject: { id: string; verb: string }) {
  return world.asProvince((tx) =>
    tx
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, subject.id), eq(auditEntry.verb, subject.verb))),
  );
}
