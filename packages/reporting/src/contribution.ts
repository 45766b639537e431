import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { reportingJobs } from "./jobs.ts";
import { myReportingWork, reportingGateSource } from "./queries/index.ts";
import { reportLifecycle } from "./report.lifecycle.ts";
import { reportingRouter } from "./router.ts";
import { reportingRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { reportEvent } = tables;

export const reportingContribution = {
  rules: reportingRules,
  tables: policiesOf(tables, [{ table: reportEvent, grants: "insertOnly" }]),
  subjects: ["report"],
  lifecycles: [reportLifecycle],
  gates: [reportingGateSource],
  work: myReportingWork,
  jobs: reportingJobs,
  router: () => reportingRouter,
} satisfies Contribution & { router: unknown };
