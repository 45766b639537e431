import { policiesOf } from "@anji/database";
import type { ContextParts } from "@anji/rpc";
import type { JobBounds } from "./catalogue.ts";
import { jobsRouter } from "./router.ts";
import { jobsRules } from "./rules.ts";
import * as tables from "./tables.ts";

export const jobsContribution = {
  rules: jobsRules,
  tables: policiesOf(tables, []),
  subjects: ["job"],
  router: <Kind extends string>(contributed: { jobs: Readonly<Record<Kind, JobBounds>> }) =>
    jobsRouter(contributed.jobs),
} satisfies ContextParts & { router: unknown };
