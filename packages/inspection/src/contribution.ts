import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { inspectionGateSource, myInspectionWork } from "./queries/index.ts";
import { inspectionRouter } from "./router.ts";
import { inspectionRules } from "./rules.ts";
import { spotCheckLifecycle } from "./spot-check.lifecycle.ts";
import * as tables from "./tables.ts";

const { spotCheckEvent, spotCheckScore } = tables;

export const inspectionContribution = {
  rules: inspectionRules,
  tables: policiesOf(tables, [
    { table: spotCheckEvent, grants: "insertOnly" },
    { table: spotCheckScore, grants: "insertOnly" },
  ]),
  subjects: ["spotCheck"],
  lifecycles: [spotCheckLifecycle],
  gates: [inspectionGateSource],
  work: myInspectionWork,
  router: () => inspectionRouter,
} satisfies Contribution & { router: unknown };
