import { kindFund } from "@anji/campaign/tables";
import {
  dayColumn,
  fenColumn,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  versionColumn,
} from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { LEVELS, PRECISIONS } from "@anji/kernel";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { MEANS, NATURES, type Occupier, ORIGINS, RECTIFICATION_KINDS } from "../finding.ts";
import { FINDING_STATUSES } from "../finding.lifecycle.ts";
import { amountChecks, amounts } from "./amounts.ts";
import { findingsSchema } from "./schema.ts";

/**
 * 问题台账: one problem found in one unit. Its amounts are the sums of its lines. 认定总额 = 核减 + 认定 and
 * 认定 = 追回 + 归还 + 调账 + 核销 + 尚未整改 hold because one amount of each is computed here.
 */
export const finding = findingsSchema.table(
  "finding",
  {
    id: idColumn<"finding">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
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
    occupier: jsonb("occupier").$type<Occupier>(),
    department: text("department"),
    handlingOpinion: text("handling_opinion"),
    means: text("means", { enum: MEANS }).array().notNull(),
    rectificationKind: text("rectification_kind", { enum: RECTIFICATION_KINDS }),
    measures: text("measures"),
    advice: text("advice"),
    dueOn: dayColumn("due_on"),
    /** The deadline to sort by: findings without one come last. */
    dueOrder: dayColumn("due_order")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(due_on, date '9999-12-31')`),
    isReturned: boolean("is_returned").notNull().default(false),
    source: text("source"),
    externalNo: text("external_no"),
    demonstrationNote: text("demonstration_note"),
    remark: text("remark"),
    ...amounts(),
    /** 首次认定: what was stated on the day of entry. It never changes. */
    firstStatedFen: fenColumn("first_stated_fen").notNull(),
    importId: idColumn<"ledgerImport">("import_id"),
    /**
     * The content from the sheet, and the version after it. A higher version means that a person changed the finding
     * since.
     */
    contentHash: text("content_hash"),
    importedVersion: integer("imported_version"),
    registeredBy: idColumn<"person">("registered_by").notNull(),
    /** The level that found it: an inspection's own. */
    registeredLevel: text("registered_level", { enum: LEVELS }).notNull(),
    classifiedBy: idColumn<"person">("classified_by"),
    classifiedAt: instantColumn("classified_at"),
    /** It was classified once. From then on its facts change by an adjustment only. */
    isDetermined: boolean("is_determined").notNull().default(false),
    /** The finding that a withdrawn one doubles. */
    duplicateOf: idColumn<"finding">("duplicate_of").references((): AnyPgColumn => finding.id),
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
    check("finding_first_stated", sql`${table.firstStatedFen} >= 0`),
    check("finding_status", oneOf("status", FINDING_STATUSES)),
    check("finding_origin", oneOf("origin", ORIGINS)),
    check("finding_nature", oneOf("nature", NATURES)),
    check("finding_level", oneOf("responsible_level", LEVELS)),
    check("finding_precision", oneOf("occurred_precision", PRECISIONS)),
    check("finding_rectification_kind", oneOf("rectification_kind", RECTIFICATION_KINDS)),
    check("finding_means", sql`${table.means} <@ ${sql.raw(`array[${MEANS.map((one) => `'${one}'`).join(",")}]`)}`),
    check(
      "finding_classified",
      sql`${table.status} in ('registered', 'withdrawn') or (${table.nature} is not null and ${table.isDetermined})`,
    ),
    // 已撤并 names the finding it doubles, and counts for nothing
    check(
      "finding_withdrawn",
      sql`(${table.status} = 'withdrawn') = (${table.duplicateOf} is not null) and (${table.duplicateOf} is null or (${table.foundFen} = 0 and ${table.duplicateOf} <> ${table.id}))`,
    ),
    // 限期整改
    check(
      "finding_planned",
      sql`${table.status} in ('registered', 'classified', 'withdrawn') or (${table.dueOn} is not null and ${table.measures} is not null)`,
    ),
    check(
      "finding_reported",
      sql`${table.status} not in ('awaitingAcceptance', 'closed') or ${table.reportedBy} is not null`,
    ),
    check(
      "finding_closed",
      sql`(${table.status} = 'closed') = (${table.closedBy} is not null)
        and (${table.closedBy} is null) = (${table.closedAt} is null)
        and (${table.closedBy} is null or (${table.outstandingFen} = 0 and ${table.closedBy} <> ${table.reportedBy} and ${table.closedBy} <> ${table.registeredBy}))`,
    ),
    uniqueIndex("finding_number").on(table.campaignId, table.numberOrder), // one number once, and the page sorted by it
    // Range of an area; with the status in it, gates and counts per unit read the index alone.
    index("finding_region").on(table.campaignId, table.regionPath, table.status),
    // Sorted pages of 50 rows, each after the last one; the id orders equal rows.
    index("finding_due").on(table.campaignId, table.dueOrder, table.id),
    // By deadline, findings without a plan come last. With this index their own list does not read all others first.
    index("finding_unplanned")
      .on(table.campaignId, table.dueOrder, table.id)
      .where(sql`status in ('registered', 'classified')`),
    index("finding_found").on(table.campaignId, table.foundFen, table.id),
    index("finding_discovered").on(table.campaignId, table.discoveredOn, table.id),
    index("finding_outstanding").on(table.campaignId, table.outstandingFen, table.id),
    // The work list: findings that wait at one level.
    index("finding_open")
      .on(table.campaignId, table.responsibleLevel, table.regionPath)
      .where(sql`status <> 'closed'`),
    // A sheet's row is the same finding when unit and internal number agree; without a number, when the whole content does.
    uniqueIndex("finding_external")
      .on(table.campaignId, table.unitCode, table.externalNo)
      .where(sql`external_no is not null`),
    uniqueIndex("finding_content")
      .on(table.campaignId, table.unitCode, table.contentHash)
      .where(sql`external_no is null and content_hash is not null`),
  ],
);

/** One fund and kind of a finding with its share of the money; sums by fund, kind and category are taken here. */
export const findingLine = findingsSchema.table(
  "finding_line",
  {
    findingId: idColumn<"finding">("finding_id")
      .notNull()
      .references(() => finding.id),
    lineNo: integer("line_no").notNull(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    fundLine: text("fund_line").notNull(),
    kind: text("kind").notNull(),
    /** With its finding: a line of a withdrawn one is not counted. */
    isWithdrawn: boolean("is_withdrawn").notNull().default(false),
    ...amounts(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.lineNo] }),
    uniqueIndex("finding_line_once").on(table.findingId, table.fundLine, table.kind), // one fund and kind once
    foreignKey({
      name: "finding_line_kind_fund",
      columns: [table.campaignId, table.kind, table.fundLine],
      foreignColumns: [kindFund.campaignId, kindFund.kind, kindFund.fundLine],
    }),
    ...amountChecks("finding_line", table),
    check("finding_line_number", sql`${table.lineNo} >= 1`),
    index("finding_line_region").on(table.campaignId, table.regionPath), // sums by fund and kind of an area
    index("finding_line_second")
      .on(table.campaignId, table.regionPath)
      .where(sql`line_no = 2`), // the few findings of several lines
  ],
);
