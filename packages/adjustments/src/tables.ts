import {
  historyColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  storedFile,
  versionColumn,
} from "@anji/database/tables";
import { finding } from "@anji/findings/tables";
import { LEVELS } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ADJUSTMENT_KINDS } from "./adjustment.ts";
import { ADJUSTMENT_STATUSES, adjustmentLifecycle } from "./adjustment.lifecycle.ts";
import type { Effect, StoredChange } from "./effects.ts";

export const adjustmentsSchema = pgSchema("adjustments");

/** 调整申请: what is to change of a classified finding, why, and who decided. */
export const adjustment = adjustmentsSchema.table(
  "adjustment",
  {
    id: idColumn<"adjustment">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    findingId: idColumn<"finding">("finding_id")
      .notNull()
      .references(() => finding.id),
    status: text("status", { enum: ADJUSTMENT_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    version: versionColumn(),
    kind: text("kind", { enum: ADJUSTMENT_KINDS }).notNull(),
    change: jsonb("change").$type<StoredChange>().notNull(),
    /** Each fact as it was and as it is to be, when it was asked for. */
    effects: jsonb("effects").$type<readonly Effect[]>().notNull(),
    reason: text("reason").notNull(),
    decidingLevel: text("deciding_level", { enum: LEVELS }).notNull(),
    /** Who registered and who classified the finding: they do not decide. */
    registeredBy: idColumn<"person">("registered_by").notNull(),
    classifiedBy: idColumn<"person">("classified_by"),
    requestedBy: idColumn<"person">("requested_by").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: instantColumn("requested_at").notNull(),
    decidedBy: idColumn<"person">("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: instantColumn("decided_at"),
    documentNo: text("document_no"),
    decision: text("decision"),
    acknowledgedAt: instantColumn("acknowledged_at"),
  },
  (table) => [
    check("adjustment_status", oneOf("status", ADJUSTMENT_STATUSES)),
    check("adjustment_kind", oneOf("kind", ADJUSTMENT_KINDS)),
    check("adjustment_level", oneOf("deciding_level", LEVELS)),
    check("adjustment_reason", sql`char_length(${table.reason}) >= 20`),
    check("adjustment_decided", sql`(${table.status} in ('granted', 'declined')) = (${table.decidedBy} is not null)`),
    check(
      "adjustment_two_persons",
      sql`${table.decidedBy} is null or (${table.decidedBy} <> ${table.requestedBy} and ${table.decidedBy} <> ${table.registeredBy} and ${table.decidedBy} is distinct from ${table.classifiedBy})`,
    ),
    // One request at a time for a finding.
    uniqueIndex("adjustment_waiting")
      .on(table.findingId)
      .where(sql`status = 'requested'`),
    index("adjustment_region").on(table.campaignId, table.regionPath), // the scope policy ranges over it
    index("adjustment_finding").on(table.findingId),
  ],
);

/** The papers of a request. Insert-only. */
export const adjustmentDocument = adjustmentsSchema.table(
  "adjustment_document",
  {
    adjustmentId: idColumn<"adjustment">("adjustment_id")
      .notNull()
      .references(() => adjustment.id),
    fileId: idColumn<"file">("file_id")
      .notNull()
      .references(() => storedFile.id),
    name: text("name").notNull(),
    regionPath: regionPathColumn(),
  },
  (table) => [primaryKey({ columns: [table.adjustmentId, table.fileId] })],
);

/** What happened to a request, in order. Insert-only. */
export const adjustmentEvent = adjustmentsSchema.table(
  "adjustment_event",
  historyColumns({ subject: "adjustment_id", id: "adjustment", statuses: ADJUSTMENT_STATUSES }),
  (table) => [
    primaryKey({ columns: [table.subjectId, table.seq] }),
    foreignKey({ name: "adjustment_event_adjustment", columns: [table.subjectId], foreignColumns: [adjustment.id] }),
    check("adjustment_event_name", oneOf("event", [...adjustmentLifecycle.beginnings, ...adjustmentLifecycle.events])),
    check("adjustment_event_to", oneOf("to_status", ADJUSTMENT_STATUSES)),
  ],
);
