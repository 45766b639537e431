import { CONCLUSIONS, SPOT_CHECK_QUESTIONS } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import {
  dayColumn,
  historyColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  versionColumn,
} from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { SPOT_CHECK_STATUSES } from "./spot-check.lifecycle.ts";
import { SPOT_CHECK_LEVELS } from "./spot-check.ts";

export const inspectionSchema = pgSchema("inspection");

/** 抽查: one visit to one unit by one level. Its region is the unit that is checked. */
export const spotCheck = inspectionSchema.table(
  "spot_check",
  {
    id: idColumn<"spotCheck">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    level: text("level", { enum: SPOT_CHECK_LEVELS }).notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    number: text("number").notNull(),
    /** The accounts of those who check, and their names as they were then. */
    inspectorIds: idColumn<"person">("inspector_ids").array().notNull(),
    inspectors: text("inspectors").array().notNull(),
    followsId: idColumn<"spotCheck">("follows_id"),
    status: text("status", { enum: SPOT_CHECK_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    scheduledOn: dayColumn("scheduled_on").notNull(),
    begunOn: dayColumn("begun_on"),
    visitedOn: dayColumn("visited_on").array(),
    /** How often results have been recorded; the scores of the last round count. */
    round: integer("round").notNull().default(0),
    conclusion: text("conclusion", { enum: CONCLUSIONS }),
    remark: text("remark"),
    completedOn: dayColumn("completed_on"),
    completedBy: idColumn<"person">("completed_by"),
    completedByName: text("completed_by_name"),
    countersignedAt: instantColumn("countersigned_at"),
    countersignedBy: idColumn<"person">("countersigned_by"),
    countersignedByName: text("countersigned_by_name"),
    scheduledBy: idColumn<"person">("scheduled_by").notNull(),
    version: versionColumn(),
  },
  (table) => [
    check("spot_check_level", oneOf("level", SPOT_CHECK_LEVELS)),
    check("spot_check_status", oneOf("status", SPOT_CHECK_STATUSES)),
    check("spot_check_conclusion", oneOf("conclusion", CONCLUSIONS)),
    check(
      "spot_check_inspectors",
      sql`cardinality(${table.inspectorIds}) >= 2 and ${table.inspectorIds}[1] <> ${table.inspectorIds}[2]
        and cardinality(${table.inspectors}) = cardinality(${table.inspectorIds})`,
    ),
    check(
      "spot_check_by_inspector",
      sql`${table.completedBy} is null or ${table.completedBy} = any(${table.inspectorIds})`,
    ),
    foreignKey({ name: "spot_check_follows", columns: [table.followsId], foreignColumns: [table.id] }),
    check(
      "spot_check_begun",
      sql`${table.status} = 'cancelled' or (${table.status} = 'scheduled') = (${table.begunOn} is null)`,
    ),
    check(
      "spot_check_completed",
      sql`(${table.status} = 'cancelled' or (${table.status} in ('completed', 'countersigned')) = (${table.completedBy} is not null))
        and (${table.completedBy} is null) = (${table.conclusion} is null)
        and (${table.completedBy} is null) = (${table.completedOn} is null)
        and (${table.completedBy} is null) = (${table.visitedOn} is null)
        and ${table.begunOn} <= ${table.completedOn}`,
    ),
    check(
      "spot_check_countersigned",
      sql`(${table.status} = 'countersigned') = (${table.countersignedBy} is not null)
        and (${table.countersignedBy} is null) = (${table.countersignedAt} is null)`,
    ),
    check(
      "spot_check_two_persons",
      sql`${table.countersignedBy} is null or ${table.countersignedBy} <> ${table.completedBy}`,
    ),
    uniqueIndex("spot_check_number").on(table.campaignId, table.number),
    index("spot_check_region").on(table.campaignId, table.regionPath), // coverage and lists of an area
  ],
);

/** One of the five questions with its score; all five are written each time the check is completed. Insert-only. */
export const spotCheckScore = inspectionSchema.table(
  "spot_check_score",
  {
    spotCheckId: idColumn<"spotCheck">("spot_check_id")
      .notNull()
      .references(() => spotCheck.id),
    round: integer("round").notNull(),
    question: text("question", { enum: SPOT_CHECK_QUESTIONS }).notNull(),
    score: integer("score").notNull(),
    remark: text("remark").notNull(),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.spotCheckId, table.round, table.question] }),
    check("spot_check_score_question", oneOf("question", SPOT_CHECK_QUESTIONS)),
    check("spot_check_score_range", sql`${table.score} between 0 and 100`),
    check("spot_check_score_remark", sql`${table.remark} <> ''`),
  ],
);

/** What happened to a check, in order. Insert-only. */
export const spotCheckEvent = inspectionSchema.table(
  "spot_check_event",
  historyColumns({ subject: "spot_check_id", id: "spotCheck", statuses: SPOT_CHECK_STATUSES }),
  (table) => [
    primaryKey({ columns: [table.subjectId, table.seq] }),
    foreignKey({ name: "spot_check_event_spot_check", columns: [table.subjectId], foreignColumns: [spotCheck.id] }),
    check("spot_check_event_to", oneOf("to_status", SPOT_CHECK_STATUSES)),
  ],
);
