import { type Act, actedBy } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { REPORT_MACHINE_VERSION, type ReportEvent, type ReportStatus } from "../report.machine.ts";
import type { ReportKind } from "../report.ts";
import { reportEvent } from "../tables.ts";

type Standing = { status: ReportStatus; version: number; cutOffId: Id<"cutOff">; regionPath: RegionPath };

/** Step: adds what just happened to a report's history. */
export async function appendHistory(
  act: Act,
  entry: {
    kind: ReportKind;
    id: Id<"monthlyReport"> | Id<"summaryReport">;
    event: ReportEvent | "draft";
    before: Pick<Standing, "status"> | null;
    after: Standing;
    remark: string;
    documentNo: string | null;
  },
): Promise<void> {
  const { before, after } = entry;
  await act.tx.insert(reportEvent).values({
    reportKind: entry.kind,
    reportId: entry.id,
    seq: after.version,
    event: entry.event,
    from: before?.status ?? null,
    to: after.status,
    machineVersion: REPORT_MACHINE_VERSION,
    cutOffId: after.cutOffId,
    ...actedBy(act),
    remark: entry.remark,
    documentNo: entry.documentNo,
    regionPath: after.regionPath,
  });
}
