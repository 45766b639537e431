import type { Contribution } from "@anji/campaign/contributed";
import { policiesOf } from "@anji/database";
import { ledgerSheetRouter } from "./router.ts";
import { ledgerSheetRules } from "./rules.ts";
import * as tables from "./tables.ts";

export const ledgerSheetContribution = {
  rules: ledgerSheetRules,
  tables: policiesOf(tables, []),
  subjects: ["ledgerImport"],
  router: () => ledgerSheetRouter,
} satisfies Contribution & { router: unknown };
