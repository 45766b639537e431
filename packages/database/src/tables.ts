import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { idColumn, instantColumn, regionPathColumn, serialColumn } from "./columns.ts";

export {
  actedByColumns,
  dayColumn,
  fenColumn,
  historyColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  serialColumn,
  versionColumn,
} from "./columns.ts";

export const databaseSchema = pgSchema("database");

/** One row per act, written by the act's own transaction. The server's role may insert and read, nothing else. */
export const auditEntry = databaseSchema.table(
  "audit_entry",
  {
    id: serialColumn("id").primaryKey(),
    recordedAt: instantColumn("recorded_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    actedAt: instantColumn("acted_at").notNull(),
    transactionId: text("transaction_id")
      .notNull()
      .default(sql`pg_current_xact_id()::text`),
    personId: idColumn<"person">("person_id").notNull(),
    personName: text("person_name").notNull(),
    unitCode: text("unit_code").notNull(),
    verb: text("verb").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    regionPath: regionPathColumn(),
    campaignId: uuid("campaign_id"),
    before: jsonb("before"),
    after: jsonb("after"),
    commandId: uuid("command_id").notNull(),
    requestId: text("request_id").notNull(),
  },
  (table) => [
    // The trail of one subject, newest first.
    index("audit_entry_subject").on(table.subjectKind, table.subjectId, table.id),
    index("audit_entry_region").on(table.regionPath, table.id), // the scope policy ranges over it
  ],
);

/** The stored answer of a command, so that the same key sent twice has one effect. */
export const command = databaseSchema.table(
  "command",
  {
    personId: idColumn<"person">("person_id").notNull(),
    commandId: uuid("command_id").notNull(),
    verb: text("verb").notNull(),
    inputHash: text("input_hash").notNull(),
    answer: jsonb("answer").notNull(),
    recordedAt: instantColumn("recorded_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.personId, table.commandId] })],
);

/** A stored file. Its content is in the file store under its hash; this row is written last. */
export const storedFile = databaseSchema.table(
  "stored_file",
  {
    id: idColumn<"file">("id").primaryKey(),
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    mediaType: text("media_type").notNull(),
    name: text("name").notNull(),
    regionPath: regionPathColumn(),
    uploadedBy: idColumn<"person">("uploaded_by").notNull(),
    uploadedAt: instantColumn("uploaded_at").notNull(),
  },
  (table) => [
    check("stored_file_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("stored_file_size", sql`${table.sizeBytes} >= 0`),
    index("stored_file_region").on(table.regionPath), // the scope policy ranges over it
  ],
);

/** One row: whether this is a training installation and how far its clock differs from the real one. */
export const clockSetting = databaseSchema.table(
  "clock_setting",
  {
    id: integer("id").primaryKey(),
    isTraining: boolean("is_training").notNull(),
    shiftMs: bigint("shift_ms", { mode: "number" }).notNull(),
  },
  (table) => [
    check("clock_setting_single", sql`${table.id} = 1`),
    check("clock_setting_real", sql`${table.isTraining} or ${table.shiftMs} = 0`),
  ],
);
