import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { myOrganisationWork, organisationGateSource } from "./queries/index.ts";
import { organisationRouter } from "./router.ts";
import { organisationRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { implementingPlan, implementingPlanDecision, implementingPlanReceipt, leadingGroup, leadingGroupMember } =
  tables;

export const organisationContribution = {
  rules: organisationRules,
  tables: policiesOf(tables, [
    { table: leadingGroup, rows: "published" },
    { table: leadingGroupMember, rows: "published", grants: "kept" },
    { table: implementingPlan, rows: "published", grants: "insertOnly" },
    { table: implementingPlanDecision, rows: "published", grants: "insertOnly" },
    { table: implementingPlanReceipt, grants: "insertOnly" },
  ]),
  subjects: ["leadingGroup", "implementingPlan"],
  gates: [organisationGateSource],
  work: myOrganisationWork,
  router: () => organisationRouter,
} satisfies Contribution & { router: unknown };
