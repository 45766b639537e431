import { CAMPAIGN_STATES } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import { dayColumn, fenColumn, idColumn, instantColumn, oneOf, regionPathColumn } from "@anji/database/tables";
import { amounts, finding } from "@anji/findings/tables";
import { unit } from "@anji/jurisdictions/tables";
import { PRECISIONS } from "@anji/kernel";
import { UNIT_OUTCOMES } from "@anji/self-checks";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { type FrozenFigures, REPORTED_STATUSES } from "./figures.ts";

export const figuresSchema = pgSchema("figures");

/** 取数: figures frozen from the ledger at one instant. It and all under it are insert-only: figures cannot be typed. */
export const cutOff = figuresSchema.table(
  "cut_off",
  {
    id: idColumn<"cutOff">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    /** Facts known by then count, no later ones. */
    at: instantColumn("at").notNull(),
    /** 期初: the set these figures follow; without one they begin at nothing. */
    openingId: idColumn<"cutOff">("opening_id"),
    /** When that set was taken; what came later belongs to this period. */
    previousAt: instantColumn("previous_at"),
    phase: text("phase", { enum: CAMPAIGN_STATES }).notNull(),
    frozenBy: idColumn<"person">("frozen_by").notNull(),
    frozenByName: text("frozen_by_name").notNull(),
    frozenAt: instantColumn("frozen_at").notNull(),
  },
  (table) => [
    check("cut_off_phase", oneOf("phase", CAMPAIGN_STATES)),
    foreignKey({ name: "cut_off_opening", columns: [table.openingId], foreignColumns: [table.id] }),
    check("cut_off_period", sql`(${table.openingId} is null) = (${table.previousAt} is null)`),
    check("cut_off_order", sql`coalesce(${table.previousAt} < ${table.at}, true) and ${table.at} <= ${table.frozenAt}`),
    index("cut_off_region").on(table.campaignId, table.regionPath, table.at), // the scope policy ranges over it
  ],
);

/** A ledger line as it was known at the cut-off. */
export const frozenLine = figuresSchema.table(
  "frozen_line",
  {
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    findingId: idColumn<"finding">("finding_id")
      .notNull()
      .references(() => finding.id),
    lineNo: integer("line_no").notNull(),
    regionPath: regionPathColumn(),
    number: text("number").notNull(),
    numberOrder: text("number_order").notNull(),
    unitCode: text("unit_code").notNull(),
    unitName: text("unit_name").notNull(),
    /** The line of the breakdown by unit where it counts: its own unit, or its city in a province's figures. */
    unitKey: text("unit_key").notNull(),
    fundLine: text("fund_line").notNull(),
    category: text("category").notNull(),
    kind: text("kind").notNull(),
    summary: text("summary").notNull(),
    occurredText: text("occurred_text").notNull(),
    occurredPrecision: text("occurred_precision", { enum: PRECISIONS }).notNull(),
    status: text("status", { enum: REPORTED_STATUSES }).notNull(),
    dueOn: dayColumn("due_on"),
    isNew: boolean("is_new").notNull(),
    isNewlyClosed: boolean("is_newly_closed").notNull(),
    isPlanned: boolean("is_planned").notNull(),
    isOverdue: boolean("is_overdue").notNull(),
    ...amounts(),
    newRecoveredFen: fenColumn("new_recovered_fen").notNull(),
    newRepaidFen: fenColumn("new_repaid_fen").notNull(),
    newRebookedFen: fenColumn("new_rebooked_fen").notNull(),
    newWrittenOffFen: fenColumn("new_written_off_fen").notNull(),
    newReducedFen: fenColumn("new_reduced_fen").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cutOffId, table.numberOrder, table.lineNo] }), // the order in which the rows are paged
    check("frozen_line_status", oneOf("status", REPORTED_STATUSES)),
    check("frozen_line_precision", oneOf("occurred_precision", PRECISIONS)),
  ],
);

/** A unit of the area as it was at the cut-off. */
export const frozenUnit = figuresSchema.table(
  "frozen_unit",
  {
    cutOffId: idColumn<"cutOff">("cut_off_id")
      .notNull()
      .references(() => cutOff.id),
    unitCode: text("unit_code").notNull(),
    unitName: text("unit_name").notNull(),
    regionPath: regionPathColumn(),
    isToSelfCheck: boolean("is_to_self_check").notNull(),
    /** 有问题 or 零报告; null: not signed, or to be signed again. */
    selfCheckOutcome: text("self_check_outcome", { enum: UNIT_OUTCOMES }),
    isSelfCheckLate: boolean("is_self_check_late").notNull(),
    hasGroup: boolean("has_group").notNull(),
    hasImplementingPlan: boolean("has_implementing_plan").notNull(),
    hasFindings: boolean("has_findings").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cutOffId, table.unitCode] }),
    check("frozen_unit_outcome", oneOf("self_check_outcome", UNIT_OUTCOMES)),
  ],
);

/** The figures added up from the frozen lines and units, with the hash of both. */
export const frozenFigures = figuresSchema.table("frozen_figures", {
  cutOffId: idColumn<"cutOff">("cut_off_id")
    .primaryKey()
    .references(() => cutOff.id),
  regionPath: regionPathColumn(),
  figures: jsonb("figures").$type<FrozenFigures>().notNull(),
  lineCount: integer("line_count").notNull(),
  figuresHash: text("figures_hash").notNull(),
});
