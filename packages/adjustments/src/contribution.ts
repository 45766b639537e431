import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { adjustmentLifecycle } from "./adjustment.lifecycle.ts";
import { myAdjustmentsWork } from "./queries/index.ts";
import { adjustmentsRouter } from "./router.ts";
import { adjustmentsRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { adjustmentDocument, adjustmentEvent } = tables;

export const adjustmentsContribution = {
  rules: adjustmentsRules,
  tables: policiesOf(tables, [
    { table: adjustmentDocument, grants: "insertOnly" },
    { table: adjustmentEvent, grants: "insertOnly" },
  ]),
  subjects: ["adjustment"],
  lifecycles: [adjustmentLifecycle],
  work: myAdjustmentsWork,
  router: () => adjustmentsRouter,
} satisfies Contribution & { router: unknown };
