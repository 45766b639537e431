import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { figuresRouter } from "./router.ts";
import { figuresRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { cutOff, frozenFigures, frozenLine, frozenUnit } = tables;

export const figuresContribution = {
  rules: figuresRules,
  tables: policiesOf(
    tables,
    [cutOff, frozenLine, frozenUnit, frozenFigures].map((table) => ({ table, grants: "insertOnly" as const })),
  ),
  router: () => figuresRouter,
} satisfies Contribution & { router: unknown };
