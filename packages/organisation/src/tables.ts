import { campaign } from "@anji/campaign/tables";
import {
  actedByColumns,
  dayColumn,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  versionColumn,
} from "@anji/database/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { PLAN_DECISIONS } from "./plan.policy.ts";
import { GROUP_POSITIONS } from "./position.ts";

export const organisationSchema = pgSchema("organisation");

/** 领导小组: one per unit and campaign. */
export const leadingGroup = organisationSchema.table(
  "leading_group",
  {
    id: idColumn<"leadingGroup">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    establishedOn: dayColumn("established_on").notNull(),
    documentNo: text("document_no").notNull(),
    /** 牵头部门 and 领导小组办公室, by the codes of the campaign's member departments. */
    leadDepartment: text("lead_department"),
    officeDepartment: text("office_department"),
    version: versionColumn(),
    recordedAt: instantColumn("recorded_at").notNull(),
  },
  (table) => [
    foreignKey({ name: "leading_group_campaign", columns: [table.campaignId], foreignColumns: [campaign.id] }),
    uniqueIndex("leading_group_unit").on(table.campaignId, table.unitCode),
    index("leading_group_region").on(table.regionPath),
  ],
);

/** Everybody who is or was a member. `ordinal` is the place in the group's history, `place` the place today. */
export const leadingGroupMember = organisationSchema.table(
  "leading_group_member",
  {
    groupId: idColumn<"leadingGroup">("group_id")
      .notNull()
      .references(() => leadingGroup.id, { onDelete: "cascade" }),
    position: text("position", { enum: GROUP_POSITIONS }).notNull(),
    ordinal: integer("ordinal").notNull(),
    place: integer("place").notNull(),
    name: text("name").notNull(),
    body: text("body").notNull(),
    department: text("department"),
    since: dayColumn("since").notNull(),
    until: dayColumn("until"),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.ordinal] }),
    check("leading_group_member_position", oneOf("position", GROUP_POSITIONS)),
    check("leading_group_member_days", sql`${table.until} is null or ${table.until} >= ${table.since}`),
    // 组长 is one person at a time.
    uniqueIndex("leading_group_head")
      .on(table.groupId)
      .where(sql`position = 'head' and until is null`),
  ],
);

/**
 * 实施方案: what a unit files as its own plan. A correction is a further version with its reason; the last one is in force.
 * Insert-only.
 */
export const implementingPlan = organisationSchema.table(
  "implementing_plan",
  {
    id: idColumn<"implementingPlan">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    title: text("title").notNull(),
    documentNo: text("document_no").notNull(),
    filedOn: dayColumn("filed_on").notNull(),
    tasks: text("tasks").notNull(),
    goals: text("goals").notNull(),
    division: text("division").notNull(),
    measures: text("measures").notNull(),
    fileId: idColumn<"file">("file_id").notNull(),
    filedBy: idColumn<"person">("filed_by").notNull(),
    filedByName: text("filed_by_name").notNull(),
    filedAt: instantColumn("filed_at").notNull(),
    /** Why this version replaces the earlier one. */
    reason: text("reason"),
    version: versionColumn(),
  },
  (table) => [
    check("implementing_plan_reason", sql`(${table.version} = 1) = (${table.reason} is null)`),
    uniqueIndex("implementing_plan_version").on(table.campaignId, table.unitCode, table.version),
    index("implementing_plan_region").on(table.regionPath), // the scope policy ranges over it
  ],
);

/** What became of a filed version: accepted or returned by the province's office, or issued. Insert-only. */
export const implementingPlanDecision = organisationSchema.table(
  "implementing_plan_decision",
  {
    planId: idColumn<"implementingPlan">("plan_id")
      .primaryKey()
      .references(() => implementingPlan.id),
    decision: text("decision", { enum: PLAN_DECISIONS }).notNull(),
    remark: text("remark").notNull(),
    ...actedByColumns(),
    regionPath: regionPathColumn(),
  },
  (table) => [
    check("implementing_plan_decision_decision", oneOf("decision", PLAN_DECISIONS)),
    check("implementing_plan_decision_remark", sql`${table.decision} <> 'returned' or ${table.remark} <> ''`),
    index("implementing_plan_decision_region").on(table.regionPath), // the scope policy ranges over it
  ],
);

/** 签收: which city has received the province's plan, by whom and when. Insert-only. */
export const implementingPlanReceipt = organisationSchema.table(
  "implementing_plan_receipt",
  {
    planId: idColumn<"implementingPlan">("plan_id")
      .notNull()
      .references(() => implementingPlan.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    ...actedByColumns(),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.unitCode] }),
    index("implementing_plan_receipt_region").on(table.regionPath), // the scope policy ranges over it
  ],
);
