import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { findingLifecycle } from "./finding.lifecycle.ts";
import { findingsGateSource, myFindingsWork, openFindings } from "./queries/index.ts";
import { findingsRouter } from "./router.ts";
import { findingsRules } from "./rules.ts";
import { findingsSql } from "./sql.ts";
import * as tables from "./tables.ts";

const { amountChange, evidence, finding, findingEvent, findingLine, numberSeries, settlement } = tables;

export const findingsContribution = {
  rules: findingsRules,
  tables: policiesOf(tables, [
    { table: finding, rows: "largeArea" },
    { table: findingLine, rows: "largeArea" },
    { table: numberSeries, rows: "countedFromBelow", grants: "kept" },
    { table: settlement, grants: "insertOnly" },
    { table: amountChange, grants: "insertOnly" },
    { table: evidence, grants: "insertOnly" },
    { table: findingEvent, grants: "insertOnly" },
  ]),
  sql: findingsSql,
  subjects: ["finding"],
  lifecycles: [findingLifecycle],
  gates: [findingsGateSource],
  openMatters: [openFindings],
  work: myFindingsWork,
  router: () => findingsRouter,
} satisfies Contribution & { router: unknown };
