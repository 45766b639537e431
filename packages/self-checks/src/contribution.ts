import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { mySelfChecksWork, selfChecksGateSource, selfCheckCompleteness } from "./queries/index.ts";
import { selfChecksRouter } from "./router.ts";
import { selfChecksRules } from "./rules.ts";
import * as tables from "./tables.ts";

export const selfChecksContribution = {
  rules: selfChecksRules,
  tables: policiesOf(tables, [{ table: tables.unitSignature, grants: "insertOnly" }]),
  subjects: ["declaration"],
  gates: [selfChecksGateSource],
  completeness: [selfCheckCompleteness],
  work: mySelfChecksWork,
  router: () => selfChecksRouter,
} satisfies Contribution & { router: unknown };
