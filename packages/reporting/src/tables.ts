import { campaign } from "@anji/campaign/tables";
import {
  dayColumn,
  historyColumns,
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
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { CityStanding } from "./city-standing.ts";
import { type Narrative, REPORT_KINDS, REPORT_LEVELS } from "./report-kinds.ts";
import { REPORT_STATUSES } from "./report.lifecycle.ts";
import { type ReportImprint, SIGNING_ROLES } from "./report.ts";

export const reportingSchema = pgSchema("reporting");

/** 工作情况月报, one per city and month, and 总结报告: a city's to the province, the province's to the inter-ministerial group. */
export const report = reportingSchema.table(
  "report",
  {
    id: idColumn<"report">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    kind: text("kind", { enum: REPORT_KINDS }).notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    level: text("level", { enum: REPORT_LEVELS }).notNull(),
    regionPath: regionPathColumn(),
    /** The month of a monthly report; a summary covers the whole campaign. */
    month: text("month"),
    status: text("status", { enum: REPORT_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    narrative: jsonb("narrative").$type<Narrative>().notNull(),
    imprint: jsonb("imprint").$type<ReportImprint>(),
    isNil: boolean("is_nil").notNull(),
    nilStatement: text("nil_statement"),
    draftedBy: idColumn<"person">("drafted_by").notNull(),
    draftedByName: text("drafted_by_name").notNull(),
    submittedAt: instantColumn("submitted_at"),
    submittedBy: idColumn<"person">("submitted_by"),
    submittedByName: text("submitted_by_name"),
    /** The role under which it was signed. */
    signedAs: text("signed_as", { enum: SIGNING_ROLES }),
    /** 迟报: whether it was first submitted after its deadline. */
    isLate: boolean("is_late"),
    /** How the cities had reported when the province submitted. */
    cityStandings: jsonb("city_standings").$type<readonly CityStanding[]>(),
    receivedAt: instantColumn("received_at"),
    receivedBy: idColumn<"person">("received_by"),
    receivedByName: text("received_by_name"),
    /** The number and the day under which the province's report left for the inter-ministerial group. */
    sentNo: text("sent_no"),
    sentOn: dayColumn("sent_on"),
    returnRemark: text("return_remark"),
    jobId: idColumn<"job">("job_id").references(() => job.id),
    renderedJobId: idColumn<"job">("rendered_job_id"),
    docxFileId: idColumn<"file">("docx_file_id").references(() => storedFile.id),
    xlsxFileId: idColumn<"file">("xlsx_file_id").references(() => storedFile.id),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("report_month")
      .on(table.campaignId, table.unitCode, table.month)
      .where(sql`kind = 'monthly'`), // one a city and month
    uniqueIndex("report_summary")
      .on(table.campaignId, table.unitCode)
      .where(sql`kind = 'summary'`), // one a unit
    index("report_region").on(table.campaignId, table.regionPath), // the scope policy ranges over it
    check("report_kind", oneOf("kind", REPORT_KINDS)),
    check("report_level", oneOf("level", REPORT_LEVELS)),
    check("report_status", oneOf("status", REPORT_STATUSES)),
    check("report_month_form", sql`${table.month} ~ '^\\d{4}-(0[1-9]|1[0-2])$'`),
    // Only a city's report is monthly; it has a month and an imprint, and may be nil.
    check(
      "report_monthly",
      sql`${table.kind} <> 'monthly'
        or (${table.level} = 'city' and ${table.month} is not null and ${table.imprint} is not null)`,
    ),
    check(
      "report_summary_only",
      sql`${table.kind} <> 'summary'
        or (${table.month} is null and ${table.imprint} is null and not ${table.isNil} and ${table.xlsxFileId} is null)`,
    ),
    check("report_nil", sql`${table.isNil} = (${table.nilStatement} is not null)`),
    check(
      "report_submitted",
      sql`${table.status} not in ('submitted', 'received') or (${table.submittedBy} is not null and ${table.submittedAt} is not null)`,
    ),
    check(
      "report_accepted",
      sql`(${table.status} = 'received') = (${table.receivedBy} is not null) and (${table.receivedBy} is null) = (${table.receivedAt} is null)`,
    ),
    check("report_signed_as", oneOf("signed_as", SIGNING_ROLES)),
    check("report_late", sql`(${table.submittedAt} is null) = (${table.isLate} is null)`),
    check("report_city_standings", sql`${table.cityStandings} is null or ${table.level} = 'province'`),
    // Who drafted a report does not sign it.
    check("report_other_signs", sql`${table.submittedBy} is null or ${table.submittedBy} <> ${table.draftedBy}`),
    check("report_two_persons", sql`${table.receivedBy} is null or ${table.receivedBy} <> ${table.submittedBy}`),
    // The group above the province has no accounts here: nobody receives or returns its report.
    check("report_province", sql`${table.level} <> 'province' or ${table.status} in ('draft', 'submitted')`),
    check(
      "report_sent",
      sql`(${table.sentNo} is null) = (${table.sentOn} is null)
        and (${table.sentNo} is null or (${table.level} = 'province' and ${table.status} = 'submitted'))`,
    ),
    check("report_returned", sql`${table.status} <> 'returned' or ${table.returnRemark} is not null`),
    check("report_docx", sql`(${table.docxFileId} is null) = (${table.renderedJobId} is null)`),
    check(
      "report_xlsx",
      sql`${table.kind} <> 'monthly' or (${table.xlsxFileId} is null) = (${table.docxFileId} is null)`,
    ),
  ],
);

/** What happened to a report, in order; `seq` is the version it led to. Insert-only. */
export const reportEvent = reportingSchema.table(
  "report_event",
  {
    ...historyColumns({ subject: "report_id", id: "report", statuses: REPORT_STATUSES }),
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    documentNo: text("document_no"),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.seq] }),
    foreignKey({ columns: [table.subjectId], foreignColumns: [report.id] }),
    check("report_event_to", oneOf("to_status", REPORT_STATUSES)),
  ],
);
