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
import { check, foreignKey, index, integer, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { AMOUNT_CAUSES, CHANNELS } from "../finding.ts";
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
    /** The movement that this one takes back. */
    reverses: idColumn<"settlement">("reverses"),
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
    uniqueIndex("settlement_reversed").on(table.findingId, table.reverses), // a movement is taken back once
    // The same voucher of a unit is looked up before it is booked.
    index("settlement_voucher")
      .on(table.regionPath, table.voucherNo)
      .where(sql`voucher_no <> ''`),
    check("settlement_reversal", sql`${table.reverses} is null or ${table.amountFen} < 0`),
    check("settlement_channel", oneOf("channel", CHANNELS)),
    check("settlement_amount", sql`${table.amountFen} <> 0`),
  ],
);

/** 更正, 核减: what changed the amounts of a line after its entry, by the fund and kind it concerns. Insert-only. */
export const amountChange = findingsSchema.table(
  "amount_change",
  {
    findingId: idColumn<"finding">("finding_id").notNull(),
    id: idColumn<"amountChange">("id").notNull(),
    lineNo: integer("line_no").notNull(),
    regionPath: regionPathColumn(),
    cause: text("cause", { enum: AMOUNT_CAUSES }).notNull(),
    fundLine: text("fund_line").notNull(),
    kind: text("kind").notNull(),
    /** What was added to 认定 and to 核减; negative when it was taken away. */
    foundFen: fenColumn("found_fen").notNull(),
    reducedFen: fenColumn("reduced_fen").notNull(),
    changedBy: idColumn<"person">("changed_by").notNull(),
    changedAt: instantColumn("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.id] }),
    foreignKey({
      name: "amount_change_line",
      columns: [table.findingId, table.lineNo],
      foreignColumns: [findingLine.findingId, findingLine.lineNo],
    }),
    check("amount_change_cause", oneOf("cause", AMOUNT_CAUSES)),
    check("amount_change_amount", sql`${table.foundFen} <> 0 or ${table.reducedFen} <> 0`),
    // 核减 moves money out of 认定; nothing else touches it, except that a reclassified line takes it along.
    check(
      "amount_change_reduced",
      sql`case cause when 'reduced' then ${table.reducedFen} = -${table.foundFen} and ${table.reducedFen} > 0
        when 'reclassified' then true else ${table.reducedFen} = 0 end`,
    ),
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
