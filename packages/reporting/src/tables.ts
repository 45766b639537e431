import { campaign } from "@anji/campaign/tables";
import {
  actedByColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  storedFile,
  versionColumn,
} from "@anji/database/tables";
import { cutOff } from "@anji/figures/tables";
import { job } from "@anji/jobs/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { MonthlyNarrative } from "./documents/monthly-report-content.ts";
import type { SummaryNarrative } from "./documents/summary-report-content.ts";
import { REPORT_STATUSES } from "./report.machine.ts";
import { REPORT_KINDS, type ReportImprint, SUMMARY_LEVELS } from "./report.ts";

export const reportingSchema = pgSchema("reporting");

/** 工作情况月报: one per city and month. */
export const monthlyReport = reportingSchema.table(
  "monthly_report",
  {
    id: idColumn<"monthlyReport">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    month: text("month").notNull(),
    status: text("status", { enum: REPORT_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    narrative: jsonb("narrative").$type<MonthlyNarrative>().notNull(),
    imprint: jsonb("imprint").$type<ReportImprint>().notNull(),
    isNil: boolean("is_nil").notNull(),
    nilStatement: text("nil_statement"),
    draftedBy: idColumn<"person">("drafted_by").notNull(),
    draftedByName: text("drafted_by_name").notNull(),
    submittedAt: instantColumn("submitted_at"),
    submittedBy: idColumn<"person">("submitted_by"),
    submittedByName: text("submitted_by_name"),
    acceptedAt: instantColumn("accepted_at"),
    acceptedBy: idColumn<"person">("accepted_by"),
    acceptedByName: text("accepted_by_name"),
    returnRemark: text("return_remark"),
    jobId: idColumn<"job">("job_id").references(() => job.id),
    renderedJobId: idColumn<"job">("rendered_job_id"),
    docxFileId: idColumn<"file">("docx_file_id").references(() => storedFile.id),
    xlsxFileId: idColumn<"file">("xlsx_file_id").references(() => storedFile.id),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("monthly_report_month").on(table.campaignId, table.unitCode, table.month), // one report a city and month
    check("monthly_report_month_form", sql`${table.month} ~ '^\\d{4}-(0[1-9]|1[0-2])$'`),
    check("monthly_report_status", oneOf("status", REPORT_STATUSES)),
    check("monthly_report_nil", sql`${table.isNil} = (${table.nilStatement} is not null)`),
    check(
      "monthly_report_submitted",
      sql`${table.status} not in ('submitted', 'accepted') or (${table.submittedBy} is not null and ${table.submittedAt} is not null)`,
    ),
    check(
      "monthly_report_accepted",
      sql`(${table.status} = 'accepted') = (${table.acceptedBy} is not null) and (${table.acceptedBy} is null) = (${table.acceptedAt} is null)`,
    ),
    check(
      "monthly_report_two_persons",
      sql`${table.acceptedBy} is null or ${table.acceptedBy} <> ${table.submittedBy}`,
    ),
    check("monthly_report_returned", sql`${table.status} <> 'returned' or ${table.returnRemark} is not null`),
    check(
      "monthly_report_files",
      sql`(${table.docxFileId} is null) = (${table.xlsxFileId} is null) and (${table.docxFileId} is null) = (${table.renderedJobId} is null)`,
    ),
    index("monthly_report_region").on(table.campaignId, table.regionPath), // the scope policy ranges over it
  ],
);

/** 总结报告: a city's to the province, the province's to the inter-ministerial group. */
export const summaryReport = reportingSchema.table(
  "summary_report",
  {
    id: idColumn<"summaryReport">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    level: text("level", { enum: SUMMARY_LEVELS }).notNull(),
    status: text("status", { enum: REPORT_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    sections: jsonb("sections").$type<SummaryNarrative>().notNull(),
    draftedBy: idColumn<"person">("drafted_by").notNull(),
    draftedByName: text("drafted_by_name").notNull(),
    submittedAt: instantColumn("submitted_at"),
    submittedBy: idColumn<"person">("submitted_by"),
    submittedByName: text("submitted_by_name"),
    acceptedAt: instantColumn("accepted_at"),
    acceptedBy: idColumn<"person">("accepted_by"),
    acceptedByName: text("accepted_by_name"),
    returnRemark: text("return_remark"),
    jobId: idColumn<"job">("job_id").references(() => job.id),
    renderedJobId: idColumn<"job">("rendered_job_id"),
    docxFileId: idColumn<"file">("docx_file_id").references(() => storedFile.id),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("summary_report_unit").on(table.campaignId, table.unitCode), // one summary a unit
    check("summary_report_level", oneOf("level", SUMMARY_LEVELS)),
    check("summary_report_status", oneOf("status", REPORT_STATUSES)),
    check(
      "summary_report_submitted",
      sql`${table.status} not in ('submitted', 'accepted') or (${table.submittedBy} is not null and ${table.submittedAt} is not null)`,
    ),
    check(
      "summary_report_accepted",
      sql`(${table.status} = 'accepted') = (${table.acceptedBy} is not null) and (${table.acceptedBy} is null) = (${table.acceptedAt} is null)`,
    ),
    check(
      "summary_report_two_persons",
      sql`${table.acceptedBy} is null or ${table.acceptedBy} <> ${table.submittedBy}`,
    ),
    // The group the province reports to has no accounts here: nobody accepts or returns its report.
    check("summary_report_province", sql`${table.level} <> 'province' or ${table.status} in ('draft', 'submitted')`),
    check("summary_report_returned", sql`${table.status} <> 'returned' or ${table.returnRemark} is not null`),
    check("summary_report_file", sql`(${table.docxFileId} is null) = (${table.renderedJobId} is null)`),
    index("summary_report_region").on(table.campaignId, table.regionPath), // the scope policy ranges over it
  ],
);

/** What happened to a report, in order; `seq` is the version it led to. Insert-only. */
export const reportEvent = reportingSchema.table(
  "report_event",
  {
    reportKind: text("report_kind", { enum: REPORT_KINDS }).notNull(),
    reportId: idColumn<"monthlyReport" | "summaryReport">("report_id").notNull(),
    seq: integer("seq").notNull(),
    event: text("event").notNull(),
    from: text("from_status", { enum: REPORT_STATUSES }),
    to: text("to_status", { enum: REPORT_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    ...actedByColumns(),
    remark: text("remark").notNull(),
    documentNo: text("document_no"),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.seq] }),
    check("report_event_kind", oneOf("report_kind", REPORT_KINDS)),
    check("report_event_to", oneOf("to_status", REPORT_STATUSES)),
  ],
);
