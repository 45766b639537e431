import { randomUUID } from "node:crypto";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { auditEntry } from "@anji/database/tables";
import {
  attachEvidenceInput,
  classifyInput,
  closeInput,
  type FindingRow,
  planRectificationInput,
  recordSettlementInput,
  reportRectifiedInput,
} from "@anji/findings";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import {
  attachEvidence,
  classify,
  close,
  planRectification,
  recordSettlement,
  register,
  reportRectified,
} from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor, Role, RuleBook } from "@anji/kernel";
import { asc, eq } from "drizzle-orm";
import { selfChecksRules } from "@anji/self-checks";
import { figuresRules } from "./rules.ts";

/** A ledger with people of every level: 正定县 (130123) registers, 石家庄市 (130100) and the province have figures frozen. */
export type FiguresWorld = CampaignWorld & {
  people: {
    countyClerk: Actor;
    countyReviewer: Actor;
    cityClerk: Actor;
    cityReviewer: Actor;
    farClerk: Actor;
    provinceReviewer: Actor;
    provinceLeader: Actor;
  };
};

/** Hebei's tree, an empty ledger, 自查自纠. */
export async function openFiguresWorld(options: {
  appUrl: string;
  connections: number;
  rules: RuleBook;
}): Promise<FiguresWorld> {
  const rules = { ...selfChecksRules, ...figuresRules, ...options.rules };
  const world = await openLedgerWorld({ ...options, plan: hebeiPlan(), units: hebeiUnits(), rules });
  const one = (unitCode: string, role: Role) => world.actorOf({ unitCode, roles: [role] });
  return {
    ...world,
    people: {
      countyClerk: one("130123", "clerk"),
      countyReviewer: one("130123", "reviewer"),
      cityClerk: one("130100", "clerk"),
      cityReviewer: one("130100", "reviewer"),
      farClerk: one("130200", "clerk"),
      provinceReviewer: one("130000", "reviewer"),
      provinceLeader: one("130000", "leader"),
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

/** The verbs of the audit rows about a subject, in order. */
export async function auditOf(world: CampaignWorld, subjectId: string): Promise<string[]> {
  const rows = await world.asProvince((tx) =>
    tx
      .select({ verb: auditEntry.verb })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, subjectId))
      .orderBy(asc(auditEntry.id)),
  );
  return rows.map((row) => row.verb);
}

type Changes = Parameters<typeof aRegistration>[1];

/** A finding of 正定县, registered by its own clerk. */
export async function registered(world: FiguresWorld, changes: Changes): Promise<FindingRow> {
  return register(
    world.ctxOf(world.people.countyClerk),
    aRegistration(world, { unitCode: "130123", discoveredOn: "2008-09-01", ...changes }),
  );
}

export async function classified(world: FiguresWorld, row: FindingRow): Promise<FindingRow> {
  const input = classifyInput.parse({
    ...at(row),
    nature: "breach",
    responsibleUnit: row.responsibleUnit,
    responsibleLevel: row.responsibleLevel,
    responsiblePerson: "王某",
    handlingOpinion: "责令归还基金",
    means: ["economic"],
  });
  return classify(world.ctxOf(world.people.countyReviewer), input);
}

export async function planned(world: FiguresWorld, row: FindingRow, dueOn: string): Promise<FindingRow> {
  const input = planRectificationInput.parse({
    ...at(row),
    rectificationKind: "staged",
    measures: "分期归还",
    department: "基金监督科",
    responsiblePerson: "王某",
    dueOn,
  });
  return planRectification(world.ctxOf(world.people.countyClerk), input);
}

export async function settled(
  world: FiguresWorld,
  row: FindingRow,
  movement: { lineNo: number; channel: "recovered" | "repaid" | "rebooked"; amountFen: string; settledOn: string },
): Promise<FindingRow> {
  const input = recordSettlementInput.parse({ ...at(row), ...movement, voucherNo: `记-${randomUUID()}`, note: "" });
  return recordSettlement(world.ctxOf(world.people.countyClerk), input);
}

/** Takes a planned finding of unemployment, B2, to 已销号 through evidence, report and acceptance by the city. */
export async function closed(world: FiguresWorld, row: FindingRow, on: string): Promise<FindingRow> {
  const clerk = world.ctxOf(world.people.countyClerk);
  let current = await settled(world, row, {
    lineNo: 1,
    channel: "recovered",
    amountFen: row.outstandingFen,
    settledOn: on,
  });
  for (const kind of ["repayment-voucher", "fiscal-account-receipt"]) {
    const fileId = await world.upload(world.people.countyClerk, {
      name: `${kind}.pdf`,
      bytes: new TextEncoder().encode(kind + row.id),
    });
    current = await attachEvidence(
      clerk,
      attachEvidenceInput.parse({ ...at(current), fileId, name: "凭证", kind, eventOn: on }),
    );
  }
  current = await reportRectified(clerk, reportRectifiedInput.parse({ ...at(current), remark: "已全部归还" }));
  const input = closeInput.parse({ ...at(current), remark: "现场核实", checkedOnSite: true });
  return close(world.ctxOf(world.people.cityReviewer), input);
}
