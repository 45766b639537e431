import { idColumn, instantColumn, oneOf, regionPathColumn, versionColumn } from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { check, index, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core";
import { SELF_CHECK_OUTCOMES } from "./self-check.ts";

export const selfChecksSchema = pgSchema("self_checks");

/** 自查结果: what a unit declares for the campaign, nil included, signed by name. */
export const selfCheck = selfChecksSchema.table(
  "self_check",
  {
    id: idColumn<"selfCheck">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    outcome: text("outcome", { enum: SELF_CHECK_OUTCOMES }).notNull(),
    statement: text("statement").notNull(),
    signedBy: idColumn<"person">("signed_by").notNull(),
    signedByName: text("signed_by_name").notNull(),
    signedAt: instantColumn("signed_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    check("self_check_outcome", oneOf("outcome", SELF_CHECK_OUTCOMES)),
    uniqueIndex("self_check_unit").on(table.campaignId, table.unitCode), // one result a unit
    index("self_check_region").on(table.campaignId, table.regionPath), // the gate counts an area
  ],
);
