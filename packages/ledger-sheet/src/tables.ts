import { idColumn, instantColumn, oneOf, regionPathColumn, storedFile } from "@anji/database/tables";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgSchema, text } from "drizzle-orm/pg-core";
import { CONFLICT_CHOICES, IMPORT_STATUSES } from "./ledger-import.ts";

export const ledgerSheetSchema = pgSchema("ledger_sheet");

/** One run of a ledger sheet into the ledger, with how far it has come. */
export const ledgerImport = ledgerSheetSchema.table(
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
