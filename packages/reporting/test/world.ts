import { randomUUID } from "node:crypto";
import { hebeiPlan } from "@anji/campaign/testing";
import type { ActorCtx } from "@anji/database";
import { auditEntry } from "@anji/database/tables";
import { type LedgerWorld, openLedgerWorld } from "@anji/findings/testing";
import { jobsRules } from "@anji/jobs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor } from "@anji/kernel";
import { draftMonthlyInput, reportingRules, writeMonthlyInput } from "@anji/reporting";
import type { MonthlyAnswer } from "@anji/reporting/queries";
import { aNarrative } from "@anji/reporting/testing";
import { draftMonthly, submitMonthly, writeMonthly } from "@anji/reporting/verbs";
import { testDatabase } from "@anji/testing";
import { asc, eq } from "drizzle-orm";
import { afterAll } from "vitest";

export type ReportWorld = LedgerWorld & {
  people: {
    countyClerk: Actor;
    countyReviewer: Actor;
    cityClerk: Actor;
    cityReviewer: Actor;
    farClerk: Actor;
    provinceReviewer: Actor;
    provinceLeader: Actor;
    worker: Actor;
  };
};

/** Hebei's tree, an empty ledger, 自查自纠; 石家庄市 (130100) reports, 正定县 (130123) registers. */
export async function reportWorld(): Promise<ReportWorld> {
  const { appUrl } = await testDatabase();
  const world = await openLedgerWorld({ appUrl, plan: hebeiPlan(), units: hebeiUnits(), connections: 4 });
  afterAll(() => world.end());
  return {
    ...world,
    ctxOf: (actor): ActorCtx => {
      const ctx = world.ctxOf(actor);
      return { ...ctx, rules: { ...ctx.rules, ...jobsRules, ...reportingRules } };
    },
    people: {
      countyClerk: world.actorOf({ unitCode: "130123", roles: ["clerk"] }),
      countyReviewer: world.actorOf({ unitCode: "130123", roles: ["reviewer"] }),
      cityClerk: world.actorOf({ unitCode: "130100", roles: ["clerk"] }),
      cityReviewer: world.actorOf({ unitCode: "130100", roles: ["reviewer"] }),
      farClerk: world.actorOf({ unitCode: "130200", roles: ["clerk"] }),
      provinceReviewer: world.actorOf({ unitCode: "130000", roles: ["reviewer"] }),
      provinceLeader: world.actorOf({ unitCode: "130000", roles: ["leader"] }),
      worker: { ...world.actorOf({ unitCode: "130000", roles: ["worker"] }), isService: true },
    },
  };
}

export function command() {
  return { commandId: randomUUID() };
}

export function at<Row extends { id: unknown; version: number }>(
  row: Row,
): { commandId: string; id: Row["id"]; version: number } {
  return { ...command(), id: row.id, version: row.version };
}

export async function drafted(world: ReportWorld, by: Actor, month: string): Promise<MonthlyAnswer> {
  const input = draftMonthlyInput.parse({ ...command(), campaignId: world.campaignId, unitCode: by.unitCode, month });
  return draftMonthly(world.ctxOf(by), input);
}

export async function written(world: ReportWorld, by: Actor, month: string): Promise<MonthlyAnswer> {
  const draft = await drafted(world, by, month);
  return writeMonthly(world.ctxOf(by), writeMonthlyInput.parse({ ...at(draft), narrative: aNarrative({}) }));
}

export async function submitted(world: ReportWorld, by: Actor, month: string): Promise<MonthlyAnswer> {
  return submitMonthly(world.ctxOf(by), at(await written(world, by, month)));
}

export async function auditOf(world: ReportWorld, subjectId: string): Promise<string[]> {
  const rows = await world.asProvince((tx) =>
    tx
      .select({ verb: auditEntry.verb })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, subjectId))
      .orderBy(asc(auditEntry.id)),
  );
  return rows.map((row) => row.verb);
}
