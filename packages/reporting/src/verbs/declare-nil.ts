import { verb } from "@anji/database";
import { declareNilInput } from "../inputs.ts";
import { reportLifecycle } from "../report.lifecycle.ts";
import { moveReport, reportCase } from "./report-case.ts";

/** 零报告: states explicitly that there is no finding. A missing report never means that. */
export const declareNil = verb(
  { permission: reportLifecycle.permissions.declareNil, input: declareNilInput },
  async (act, { id, version, statement }) => {
    const held = await reportCase.hold(act, { id, version, event: "declareNil" });
    const set = { isNil: true, nilStatement: statement };
    return moveReport(act, held, { set, remark: statement, documentNo: null });
  },
);
