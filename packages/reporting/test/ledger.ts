import {
  attachEvidenceInput,
  classifyInput,
  closeInput,
  type FindingRow,
  planRectificationInput,
  recordSettlementInput,
  reportRectifiedInput,
} from "@anji/findings";
import { aRegistration } from "@anji/findings/testing";
import {
  attachEvidence,
  classify,
  close,
  planRectification,
  recordSettlement,
  register,
  reportRectified,
} from "@anji/findings/verbs";
import { at, type ReportWorld } from "./world.ts";

type Changes = Parameters<typeof aRegistration>[1];

/** A finding of 正定县, registered by its own clerk. */
export async function registered(world: ReportWorld, changes: Changes): Promise<FindingRow> {
  return register(
    world.ctxOf(world.people.countyClerk),
    aRegistration(world, { unitCode: "130123", discoveredOn: "2008-09-01", ...changes }),
  );
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

/** Takes a planned finding of unemployment, B2, to 已销号 through evidence, report and acceptance by the city. */
export async function closed(world: ReportWorld, row: FindingRow, on: string): Promise<FindingRow> {
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
