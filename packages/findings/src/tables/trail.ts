import {
  dayColumn,
  fenColumn,
  historyColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  storedFile,
} from "@anji/database/tables";
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { CHANNELS } from "../finding.ts";
import { FINDING_STATUSES, HISTORY_EVENTS } from "../finding.lifecycle.ts";
import { finding, findingLine } from "./finding.ts";
import { findingsSchema } from "./schema.ts";

/** A dated movement of money on a line; a wrong one is corrected by a negative one, never erased. Insert-only. */
export const settlement = findingsSchema.table(
  "settlement",
  {
    findingId: idColumn<"finding">("finding_id").notNull(),
    id: idColumn<"settlement">("id").notNull(),
    lineNo: integer("line_no").notNull(),
    regionPath: regionPathColumn(),
    channel: text("channel", { enum: CHANNELS }).notNull(),
    amountFen: fenColumn("amount_fen").notNull(),
    settledOn: dayColumn("settled_on").notNull(),
    voucherNo: text("voucher_no").notNull(),
    note: text("note").notNull(),
    importId: idColumn<"ledgerImport">("import_id"),
    recordedBy: idColumn<"person">("recorded_by").notNull(),
    recordedByName: text("recorded_by_name").notNull(),
    recordedAt: instantColumn("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.id] }),
    foreignKey({
      name: "settlement_line",
      columns: [table.findingId, table.lineNo],
      foreignColumns: [findingLine.findingId, findingLine.lineNo],
    }),
    check("settlement_channel", oneOf("channel", CHANNELS)),
    check("settlement_amount", sql`${table.amountFen} <> 0`),
  ],
);

/** A document that proves something about a finding. Insert-only. */
export const evidence = findingsSchema.table(
  "evidence",
  {
    findingId: idColumn<"finding">("finding_id")
      .notNull()
      .references(() => finding.id),
    id: idColumn<"evidence">("id").notNull(),
    regionPath: regionPathColumn(),
    fileId: idColumn<"file">("file_id")
      .notNull()
      .references(() => storedFile.id),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    eventOn: dayColumn("event_on").notNull(),
    receivedAt: instantColumn("received_at").notNull(),
    uploadedBy: idColumn<"person">("uploaded_by").notNull(),
    uploadedByName: text("uploaded_by_name").notNull(),
  },
  (table) => [primaryKey({ columns: [table.findingId, table.id] })],
);

/** 轨迹: what happened to a finding, in order; `seq` is the version it led to. Insert-only. */
export const findingEvent = findingsSchema.table(
  "finding_event",
  {
    ...historyColumns({ subject: "finding_id", id: "finding", statuses: FINDING_STATUSES }),
    documentNo: text("document_no"),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.seq] }),
    foreignKey({ name: "finding_event_finding", columns: [table.subjectId], foreignColumns: [finding.id] }),
    check("finding_event_name", oneOf("event", HISTORY_EVENTS)),
    check("finding_event_to", oneOf("to_status", FINDING_STATUSES)),
  ],
);
