import { idColumn, instantColumn, oneOf, regionPathColumn, versionColumn } from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { SELF_CHECK_OUTCOMES } from "../finding.ts";
import { findingsSchema } from "./schema.ts";

/** The last number given in a city. The row stays locked until the act ends, so no number is given twice. */
export const numberSeries = findingsSchema.table(
  "number_series",
  {
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    prefix: text("prefix").notNull(),
    lastNumber: integer("last_number").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.regionPath] }),
    uniqueIndex("number_series_prefix").on(table.campaignId, table.prefix), // two cities never share a prefix
  ],
);

/** 自查结果: what a unit declares for the campaign, nil included, signed by name. */
export const selfCheck = findingsSchema.table(
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
    /** When a finding of the unit's own self-check made its 零报告 untrue; the result then no longer counts. */
    voidedAt: instantColumn("voided_at"),
    version: versionColumn(),
  },
  (table) => [
    check("self_check_voided", sql`${table.voidedAt} is null or ${table.outcome} = 'nil'`),
    check("self_check_outcome", oneOf("outcome", SELF_CHECK_OUTCOMES)),
    uniqueIndex("self_check_unit").on(table.campaignId, table.unitCode), // one result a unit
    index("self_check_region").on(table.campaignId, table.regionPath), // the gate counts an area
  ],
);
