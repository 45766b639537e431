import { kindFund } from "@anji/campaign/tables";
import {
  dayColumn,
  fenColumn,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  storedFile,
  versionColumn,
} from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { LEVELS, PRECISIONS } from "@anji/kernel";
import { type SQL, sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  CHANNELS,
  CONFLICT_CHOICES,
  IMPORT_STATUSES,
  MEANS,
  NATURES,
  ORIGINS,
  RECTIFICATION_KINDS,
  SELF_CHECK_OUTCOMES,
} from "./finding.ts";
import { FINDING_STATUSES, HISTORY_EVENTS } from "./finding.machine.ts";

export const findingsSchema = pgSchema("findings");

/**
 * 问题台账: one problem found in one unit. Its amounts are the sums of its lines, and
 * 认定 = 追回 + 归还 + 调账 + 核销 + 尚未整改 holds because the last of them is computed here.
 */
export const finding = findingsSchema.table(
  "finding",
  {
    id: idColumn<"finding">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    unitCode: text("unit_code").notNull().references(() => unit.code),
    number: text("number").notNull(),
    /** The number with its count padded, so that 保-9999 comes before 保-10000. */
    numberOrder: text("number_order")
      .notNull()
      .generatedAlwaysAs(sql`split_part(number, '-', 1) || '-' || lpad(split_part(number, '-', 2), 8, '0')`),
    status: text("status", { enum: FINDING_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    version: versionColumn(),
    fundLine: text("fund_line").notNull(),
    kind: text("kind").notNull(),
    category: text("category").notNull(),
    origin: text("origin", { enum: ORIGINS }).notNull(),
    isLaterDiscovered: boolean("is_later_discovered").notNull(),
    project: text("project"),
    noticeNo: text("notice_no"),
    auditedBody: text("audited_body"),
    summary: text("summary").notNull(),
    description: text("description").notNull(),
    basis: text("basis"),
    occurredText: text("occurred_text").notNull(),
    occurredPrecision: text("occurred_precision", { enum: PRECISIONS }).notNull(),
    /** The first day on which it can have happened, for order and filters only. */
    occurredFrom: dayColumn("occurred_from").notNull(),
    discoveredOn: dayColumn("discovered_on").notNull(),
    nature: text("nature", { enum: NATURES }),
    responsibleUnit: text("responsible_unit").notNull(),
    responsibleLevel: text("responsible_level", { enum: LEVELS }).notNull(),
    responsiblePerson: text("responsible_person"),
    department: text("department"),
    handlingOpinion: text("handling_opinion"),
    means: text("means", { enum: MEANS }).array().notNull(),
    rectificationKind: text("rectification_kind", { enum: RECTIFICATION_KINDS }),
    measures: text("measures"),
    advice: text("advice"),
    dueOn: dayColumn("due_on"),
    isReturned: boolean("is_returned").notNull().default(false),
    source: text("source"),
    externalNo: text("external_no"),
    demonstrationNote: text("demonstration_note"),
    remark: text("remark"),
    ...amounts(),
    importId: idColumn<"ledgerImport">("import_id"),
    /** What the sheet said of it, and the version it then had: a higher one was changed by a person since. */
    contentHash: text("content_hash"),
    importedVersion: integer("imported_version"),
    registeredBy: idColumn<"person">("registered_by").notNull(),
    reportedBy: idColumn<"person">("reported_by"),
    closedBy: idColumn<"person">("closed_by"),
    closedAt: instantColumn("closed_at"),
    isCheckedOnSite: boolean("is_checked_on_site"),
    createdAt: instantColumn("created_at").notNull(),
    changedAt: instantColumn("changed_at").notNull(),
  },
  (table) => [
    foreignKey({
      name: "finding_kind_fund",
      columns: [table.campaignId, table.kind, table.fundLine],
      foreignColumns: [kindFund.campaignId, kindFund.kind, kindFund.fundLine],
    }),
    ...amountChecks("finding", table),
    check("finding_status", oneOf("status", FINDING_STATUSES)),
    check("finding_origin", oneOf("origin", ORIGINS)),
    check("finding_nature", oneOf("nature", NATURES)),
    check("finding_level", oneOf("responsible_level", LEVELS)),
    check("finding_precision", oneOf("occurred_precision", PRECISIONS)),
    check("finding_rectification_kind", oneOf("rectification_kind", RECTIFICATION_KINDS)),
    check("finding_means", sql`${table.means} <@ ${sql.raw(`array[${MEANS.map((one) => `'${one}'`).join(",")}]`)}`),
    check("finding_classified", sql`${table.status} = 'registered' or ${table.nature} is not null`),
    // 限期整改
    check("finding_planned", sql`${table.status} in ('registered', 'classified') or (${table.dueOn} is not null and ${table.measures} is not null)`),
    check("finding_reported", sql`${table.status} not in ('awaitingAcceptance', 'closed') or ${table.reportedBy} is not null`),
    check(
      "finding_closed",
      sql`(${table.status} = 'closed') = (${table.closedBy} is not null)
        and (${table.closedBy} is null) = (${table.closedAt} is null)
        and (${table.closedBy} is null or (${table.outstandingFen} = 0 and ${table.closedBy} <> ${table.reportedBy} and ${table.closedBy} <> ${table.registeredBy}))`,
    ),
    uniqueIndex("finding_number").on(table.campaignId, table.numberOrder), // one number once, and the page sorted by it
    // Range of an area; with the status in it, gates and counts per unit read the index alone.
    index("finding_region").on(table.campaignId, table.regionPath, table.status),
    // Pages of 50 rows, sorted, from where the last one ended; the id tells equal ones apart.
    index("finding_due").on(table.campaignId, sql`coalesce(due_on, date '9999-12-31')`, table.id),
    index("finding_found").on(table.campaignId, table.foundFen, table.id),
    index("finding_discovered").on(table.campaignId, table.discoveredOn, table.id),
    index("finding_outstanding").on(table.campaignId, table.outstandingFen, table.id),
    // What still waits for somebody of one level: the work list.
    index("finding_open").on(table.campaignId, table.responsibleLevel, table.regionPath).where(sql`status <> 'closed'`),
    // A sheet's row is the same finding when unit and internal number agree; without a number, when the whole content does.
    uniqueIndex("finding_external").on(table.campaignId, table.unitCode, table.externalNo).where(sql`external_no is not null`),
    uniqueIndex("finding_content").on(table.campaignId, table.unitCode, table.contentHash).where(sql`external_no is null and content_hash is not null`),
  ],
);

/** One fund and kind of a finding with its share of the money; sums by fund, kind and category are taken here. */
export const findingLine = findingsSchema.table(
  "finding_line",
  {
    findingId: idColumn<"finding">("finding_id").notNull().references(() => finding.id),
    lineNo: integer("line_no").notNull(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    fundLine: text("fund_line").notNull(),
    kind: text("kind").notNull(),
    ...amounts(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.lineNo] }),
    foreignKey({
      name: "finding_line_kind_fund",
      columns: [table.campaignId, table.kind, table.fundLine],
      foreignColumns: [kindFund.campaignId, kindFund.kind, kindFund.fundLine],
    }),
    ...amountChecks("finding_line", table),
    check("finding_line_number", sql`${table.lineNo} >= 1`),
    index("finding_line_region").on(table.campaignId, table.regionPath), // sums by fund and kind of an area
  ],
);

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
    findingId: idColumn<"finding">("finding_id").notNull().references(() => finding.id),
    id: idColumn<"evidence">("id").notNull(),
    regionPath: regionPathColumn(),
    fileId: idColumn<"file">("file_id").notNull().references(() => storedFile.id),
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
    findingId: idColumn<"finding">("finding_id").notNull().references(() => finding.id),
    seq: integer("seq").notNull(),
    event: text("event", { enum: HISTORY_EVENTS }).notNull(),
    from: text("from_status", { enum: FINDING_STATUSES }),
    to: text("to_status", { enum: FINDING_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    by: idColumn<"person">("by_person").notNull(),
    byName: text("by_name").notNull(),
    unitName: text("unit_name").notNull(),
    at: instantColumn("at").notNull(),
    remark: text("remark").notNull(),
    documentNo: text("document_no"),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.seq] }),
    check("finding_event_name", oneOf("event", HISTORY_EVENTS)),
    check("finding_event_to", oneOf("to_status", FINDING_STATUSES)),
  ],
);

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
    unitCode: text("unit_code").notNull().references(() => unit.code),
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

/** One run of a ledger sheet into the ledger, with how far it has come. */
export const ledgerImport = findingsSchema.table(
  "ledger_import",
  {
    id: idColumn<"ledgerImport">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    fileId: idColumn<"file">("file_id").notNull().references(() => storedFile.id),
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
    check("ledger_import_progress", sql`${table.done} = ${table.created} + ${table.updated} + ${table.skipped} + ${table.failed} and ${table.done} <= ${table.total}`),
    index("ledger_import_running").on(table.regionPath).where(sql`status = 'running'`), // what to take up again after a stop
  ],
);

function amounts() {
  return {
    foundFen: fenColumn("found_fen").notNull(),
    recoveredFen: fenColumn("recovered_fen").notNull(),
    repaidFen: fenColumn("repaid_fen").notNull(),
    rebookedFen: fenColumn("rebooked_fen").notNull(),
    writtenOffFen: fenColumn("written_off_fen").notNull(),
    outstandingFen: fenColumn("outstanding_fen")
      .notNull()
      .generatedAlwaysAs(sql`found_fen - recovered_fen - repaid_fen - rebooked_fen - written_off_fen`),
  };
}

type AmountColumns = Record<keyof ReturnType<typeof amounts>, SQL | { name: string }>;

function amountChecks(name: string, table: AmountColumns) {
  return [
    check(
      `${name}_amounts`,
      sql`${table.foundFen} >= 0 and ${table.recoveredFen} >= 0 and ${table.repaidFen} >= 0 and ${table.rebookedFen} >= 0 and ${table.writtenOffFen} >= 0`,
    ),
    // 认定 = 追回 + 归还 + 调账 + 核销 + 尚未整改, none of them below nothing
    check(`${name}_outstanding`, sql`${table.outstandingFen} >= 0`),
  ];
}
