import { classifyInput, type FindingRow, planRectificationInput, recordSettlementInput } from "@anji/findings";
import { aRegistration } from "@anji/findings/testing";
import { classify, planRectification, recordSettlement, register } from "@anji/findings/verbs";
import { at, type ReportWorld } from "./world.ts";

type Changes = Parameters<typeof aRegistration>[1];

/** A finding of 正定县, registered by its own clerk. */
export async function registered(world: ReportWorld, changes: Changes): Promise<FindingRow> {
  return register(world.ctxOf(world.people.countyClerk), aRegistration(world, { unitCode: "130123", discoveredOn: "2008-09-01", ...changes }));
}

export async function classified(world: ReportWorld, row: FindingRow): Promise<FindingRow> {
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

export async function planned(world: ReportWorld, row: FindingRow, dueOn: string): Promise<FindingRow> {
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
  world: ReportWorld,
  row: FindingRow,
  movement: { lineNo: number; channel: "recovered" | "repaid" | "rebooked"; amountFen: string; settledOn: string },
): Promise<FindingRow> {
  const input = recordSettlementInput.parse({ ...at(row), ...movement, voucherNo: "记-1", note: "" });
  return recordSettlement(world.ctxOf(world.people.countyClerk), input);
}
