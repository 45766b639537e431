import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { organisationGateSource } from "./queries/index.ts";
import { organisationRouter } from "./router.ts";
import { organisationRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { implementingPlan, leadingGroup, leadingGroupMember } = tables;

export const organisationContribution = {
  rules: organisationRules,
  tables: policiesOf(tables, [
    { table: leadingGroup, rows: "published" },
    { table: leadingGroupMember, rows: "published" },
    { table: implementingPlan, grants: "insertOnly" },
  ]),
  subjects: ["leadingGroup", "implementingPlan"],
  gates: [organisationGateSource],
  router: () => organisationRouter,
} satisfies Contribution & { router: unknown };
