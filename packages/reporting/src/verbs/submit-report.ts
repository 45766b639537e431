import { type Act, verb } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq, inArray } from "drizzle-orm";
import { submitReportInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { signingRole, WRITING_ACTS } from "../report.ts";
import { reportEvent } from "../tables.ts";
import { moveReport, reportCase } from "./report-case.ts";
import { queueRendering } from "./report-files.ts";

/** Sends the report up, figures and text as they are, and has its files made. */
export const submitReport = verb(
  { permission: reportLifecycle.permissions.submit, input: submitReportInput },
  async (act, { id, version }) => {
    const held = await reportCase.hold(act, { id, version, event: "submit" });
    const { personId, name, roles } = act.actor;
    const signedAs = signingRole({ roles, hasWritten: await hasWritten(act, id) });
    const submitted = { submittedAt: act.now, submittedBy: personId, submittedByName: name, signedAs };
    const set = { ...submitted, ...(await queueRendering(act, held.before)) };
    return moveReport(act, held, { set, remark: "", documentNo: null });
  },
);

/** Whether the actor has made text or figures of this report, in whatever round. */
async function hasWritten(act: Act, id: Id<"report">): Promise<boolean> {
  const [row] = await act.tx
    .select({ seq: reportEvent.seq })
    .from(reportEvent)
    .where(
      and(
        eq(reportEvent.subjectId, id),
        eq(reportEvent.by, act.actor.personId),
        inArray(reportEvent.event, [...WRITING_ACTS]),
      ),
    )
    .limit(1);
  return row !== undefined;
}
