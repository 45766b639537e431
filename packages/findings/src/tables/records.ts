import { idColumn, instantColumn, oneOf, regionPathColumn, storedFile, versionColumn } from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { CONFLICT_CHOICES, IMPORT_STATUSES, SELF_CHECK_OUTCOMES } from "../finding.ts";
import { findingsSchema } from "./schema.ts";

/** The last number given in a city. The row is locked until the giving act ends, so no number is given twice. */
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
    /** When a finding of the unit's own self-check made its 零报告 untrue; the result then counts no longer. */
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

/** One run of a ledger sheet into the ledger, with how far it has come. */
export const ledgerImport = findingsSchema.table(
  "ledger_import",
  {
    id: idColumn<"ledgerImport">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    fileId: idColumn<"file">("file_id")
      .notNull()
      .references(() => storedFile.id),
    onConflict: text("on_conflict", { enum: CONFLICT_CHOICES }).notNull(),
    status: text("status", { enum: IMPORT_STATUSES }).notNull(),
    /** Rows taken so far, counted from the sheet's first; written in the transaction that took them. */
    done: integer("done").notNull(),
    total: integer("total").notNull(),
    created: integer("created").notNull(),
    updated: integer("updated").notNull(),
    skipped: integer("skipped").notNull(),
    failed: integer("failed").notNull(),
    messageRule: text("message_rule"),
    messageParams: jsonb("message_params").$type<Record<string, string | number>>(),
    requestedBy: idColumn<"person">("requested_by").notNull(),
    requestedAt: instantColumn("requested_at").notNull(),
    endedAt: instantColumn("ended_at"),
  },
  (table) => [
    check("ledger_import_status", oneOf("status", IMPORT_STATUSES)),
    check("ledger_import_choice", oneOf("on_conflict", CONFLICT_CHOICES)),
    check(
      "ledger_import_progress",
      sql`${table.done} = ${table.created} + ${table.updated} + ${table.skipped} + ${table.failed} and ${table.done} <= ${table.total}`,
    ),
    index("ledger_import_running")
      .on(table.regionPath)
      .where(sql`status = 'running'`), // what to take up again after a stop
  ],
);
