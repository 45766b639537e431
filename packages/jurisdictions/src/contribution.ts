import { policiesOf } from "@anji/database";
import type { ContextParts } from "@anji/rpc";
import { jurisdictionsRouter } from "./router.ts";
import { jurisdictionsRules } from "./rules.ts";
import * as tables from "./tables.ts";

const { account, guess, person, serviceKey, session, unit, user, verification } = tables;
const SIGN_IN = [user, session, account, verification, serviceKey, guess];

export const jurisdictionsContribution = {
  rules: jurisdictionsRules,
  tables: policiesOf(tables, [
    { table: unit, rows: "published" },
    { table: person, rows: "people" },
    ...SIGN_IN.map((table) => ({ table, rows: "signIn" as const })),
  ]),
  subjects: ["unit", "person"],
  router: () => jurisdictionsRouter,
} satisfies ContextParts & { router: unknown };
