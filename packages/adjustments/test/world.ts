import { randomUUID } from "node:crypto";
import { adjustmentsRules, requestAdjustmentInput } from "@anji/adjustments";
import { requestAdjustment } from "@anji/adjustments/verbs";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { auditEntry } from "@anji/database/tables";
import { classifyInput, type FindingRow, planRectificationInput, recordSettlementInput } from "@anji/findings";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import { classify, planRectification, recordSettlement, register } from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { and, eq } from "drizzle-orm";
import { afterAll } from "vitest";

export const REASON = "原始凭证表明其中一部分并非违规支出，附凭证复印件。";

type People = Record<
  "clerk" | "reviewer" | "cityReviewer" | "otherCityReviewer" | "cityClerk" | "provinceReviewer",
  Actor
>;
export type TestWorld = CampaignWorld & { people: People };

/** The tree of Hebei in 2008 with an empty ledger, in 自查自纠, on 2008-10-15. */
export async function adjustmentsWorld(): Promise<TestWorld> {
  const { appUrl } = await testDatabase();
  const options = { appUrl, connections: 4, plan: hebeiPlan(), units: hebeiUnits(), rules: adjustmentsRules };
  const world = await openLedgerWorld(options);
  afterAll(() => world.end());
  return {
    ...world,
    people: {
      clerk: world.actorOf({ unitCode: "130621", roles: ["clerk"] }),
      reviewer: world.actorOf({ unitCode: "130621", roles: ["reviewer"] }),
      cityClerk: world.actorOf({ unitCode: "130600", roles: ["clerk"] }),
      cityReviewer: world.actorOf({ unitCode: "130600", roles: ["reviewer"] }),
      otherCityReviewer: world.actorOf({ unitCode: "130600", roles: ["reviewer"] }),
      provinceReviewer: world.actorOf({ unitCode: "130000", roles: ["reviewer"] }),
    },
  };
}

export function at<Row extends { id: unknown; version: number }>(row: Row) {
  return { commandId: randomUUID(), id: row.id, version: row.version };
}

type Changes = Parameters<typeof aRegistration>[1];

/** A finding of 满城县 of 1,000,000 元, classified by the city and planned by the county. */
export async function planned(world: TestWorld, changes: Changes): Promise<FindingRow> {
  const { clerk, cityReviewer } = world.people;
  const row = await register(world.ctxOf(clerk), aRegistration(world, changes));
  const classified = await classify(world.ctxOf(cityReviewer), classification(row));
  const plan = planRectificationInput.parse({
    ...at(classified),
    rectificationKind: "staged",
    measures: "分期归还",
    department: "基金监督科",
    responsiblePerson: "王某",
    dueOn: "2009-03-31",
  });
  return planRectification(world.ctxOf(clerk), plan);
}

export function classification(row: FindingRow) {
  const { responsibleUnit, responsibleLevel, responsiblePerson } = row;
  const responsible = { responsibleUnit, responsibleLevel, responsiblePerson };
  const opinion = { nature: "breach", handlingOpinion: "责令归还基金", means: ["economic"] };
  return classifyInput.parse({ ...at(row), ...responsible, ...opinion });
}

export async function settled(world: TestWorld, row: FindingRow, amountFen: string): Promise<FindingRow> {
  const money = {
    lineNo: 1,
    channel: "recovered",
    amountFen,
    settledOn: "2008-10-14",
    voucherNo: randomUUID(),
    note: "",
  };
  return recordSettlement(world.ctxOf(world.people.clerk), recordSettlementInput.parse({ ...at(row), ...money }));
}

/** Asks for a change, by the county's clerk with one paper, unless the test says otherwise. */
export async function requested(
  world: TestWorld,
  row: Pick<FindingRow, "id" | "version">,
  change: object,
  options: { by?: Actor; reason?: string } = {},
) {
  const { by = world.people.clerk, reason = REASON } = options;
  const fileId = await world.upload(by, { name: "凭证.pdf", bytes: new TextEncoder().encode(randomUUID()) });
  const { id: findingId, version } = row;
  const input = { commandId: randomUUID(), findingId, version, change, reason, fileIds: [fileId] };
  return requestAdjustment(world.ctxOf(by), requestAdjustmentInput.parse(input));
}

export async function auditOf(world: TestWorld, subject: { id: string; verb: string }) {
  return world.asProvince((tx) =>
    tx
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, subject.id), eq(auditEntry.verb, subject.verb))),
  );
}
