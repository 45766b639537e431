import { verb } from "@anji/database";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { monthOf } from "@anji/kernel";
import { refreezeReportInput } from "../inputs.ts";
import { openingOf } from "../queries/report-chain.ts";
import { periodOf } from "../queries/report-row.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** Freezes the figures again, from the last received report on. Earlier figures stay stored. A nil declaration ends when there are findings. */
export const refreezeReport = verb(
  { permission: reportLifecycle.permissions.refreeze, input: refreezeReportInput },
  async (act, { id, version }) => {
    const held = await reportCase.hold(act, { id, version, event: "refreeze" });
    const { before, campaign } = held;
    const home = await regionInScope(act, before.unitCode);
    const month = periodOf(before) ?? monthOf(act.today);
    const { cutOffId, lineCount } = await freezeFigures(act, {
      campaign,
      home,
      month,
      openingId: await openingOf(act, before),
    });
    const nil = lineCount === 0 ? {} : { isNil: false, nilStatement: null };
    return moveReport(act, held, { set: { cutOffId, ...nil }, remark: "", documentNo: null });
  },
);
