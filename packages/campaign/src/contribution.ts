import { policiesOf } from "@anji/database";
import type { ContextParts } from "@anji/rpc";
import { campaignMachine } from "./campaign.machine.ts";
import type { Contributed } from "./contributed.ts";
import { campaignRouter } from "./router.ts";
import { campaignRules } from "./rules.ts";
import * as tables from "./tables.ts";
import { waiverLifecycle } from "./waiver.lifecycle.ts";

const { campaign, kindFund, phaseEvent, roster, waiver, waiverEvent } = tables;

export const campaignContribution = {
  rules: campaignRules,
  tables: policiesOf(tables, [
    { table: campaign, rows: "published" },
    { table: kindFund, rows: "published" },
    { table: phaseEvent, rows: "published", grants: "insertOnly" },
    { table: roster, rows: "published", grants: "insertOnly" },
    { table: waiver, rows: "published" },
    { table: waiverEvent, rows: "published", grants: "insertOnly" },
  ]),
  sql: [new URL("../sql/waivers.sql", import.meta.url)],
  subjects: ["campaign", "waiver", "delay", "clock"],
  lifecycles: [waiverLifecycle],
  machines: [campaignMachine],
  router: (contributed: Contributed) => campaignRouter(contributed),
} satisfies ContextParts & { router: unknown };
