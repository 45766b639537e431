import {
  dayColumn,
  historyColumns,
  idColumn,
  instantColumn,
  oneOf,
  regionPathColumn,
  versionColumn,
} from "@anji/database/tables";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { unit } from "@anji/jurisdictions/tables";
import { CAMPAIGN_STATES, PHASES } from "./phase.ts";
import type { CampaignPlan } from "./plan.ts";
import type { RosterUnit } from "./roster.ts";
import { WAIVER_KINDS, WAIVER_STATUSES } from "./waiver.lifecycle.ts";

export const campaignSchema = pgSchema("campaign");

/** A campaign and its plan as data. Its phase changes only by a signed act. */
export const campaign = campaignSchema.table(
  "campaign",
  {
    id: idColumn<"campaign">("id").primaryKey(),
    key: text("key").notNull().unique(),
    name: text("name").notNull(),
    provinceCode: text("province_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    plan: jsonb("plan").$type<CampaignPlan>().notNull(),
    phase: text("phase", { enum: CAMPAIGN_STATES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    version: versionColumn(),
    createdAt: instantColumn("created_at").notNull(),
  },
  () => [check("campaign_phase", oneOf("phase", CAMPAIGN_STATES))],
);

/** Which kind of problem may occur in which fund line: the catalogue's rule, held by the database too. */
export const kindFund = campaignSchema.table(
  "kind_fund",
  {
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    kind: text("kind").notNull(),
    fundLine: text("fund_line").notNull(),
    category: text("category").notNull(),
    regionPath: regionPathColumn(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind, table.fundLine] })],
);

/** Each signed step from phase to phase, with what every gate said at that moment. Insert-only. */
export const phaseEvent = campaignSchema.table(
  "phase_event",
  {
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    seq: integer("seq").notNull(),
    event: text("event").notNull(),
    from: text("from_phase", { enum: CAMPAIGN_STATES }).notNull(),
    to: text("to_phase", { enum: CAMPAIGN_STATES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    signedBy: idColumn<"person">("signed_by").notNull(),
    signedByName: text("signed_by_name").notNull(),
    signedAt: instantColumn("signed_at").notNull(),
    documentNo: text("document_no").notNull(),
    remark: text("remark").notNull(),
    gates: jsonb("gates").notNull(),
    /** What was still open at the signature, by context. */
    openMatters: jsonb("open_matters").notNull(),
    regionPath: regionPathColumn(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.seq] })],
);

/** The units a phase counts, as they were when it opened. Floors and shares are of these. Insert-only. */
export const roster = campaignSchema.table(
  "roster",
  {
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    phase: text("phase", { enum: PHASES }).notNull(),
    units: jsonb("units").$type<readonly RosterUnit[]>().notNull(),
    unitCount: integer("unit_count").notNull(),
    /** SHA-256 of `rosterText`. */
    hash: text("hash").notNull(),
    takenOn: dayColumn("taken_on").notNull(),
    regionPath: regionPathColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.phase] }),
    check("roster_phase", oneOf("phase", PHASES)),
    check("roster_hash", sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
    check("roster_count", sql`${table.unitCount} = jsonb_array_length(${table.units})`),
  ],
);

/** 豁免: one rule, one unit, a reason, approved one level up, until a day. 延期 leaves the duty, 免除 ends it. */
export const waiver = campaignSchema.table(
  "waiver",
  {
    id: idColumn<"waiver">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id")
      .notNull()
      .references(() => campaign.id),
    rule: text("rule").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    kind: text("kind", { enum: WAIVER_KINDS }).notNull(),
    reason: text("reason").notNull(),
    /** SHA-256 of the reason without blanks and punctuation: a copied reason is found by it. */
    reasonHash: text("reason_hash").notNull(),
    expiresOn: dayColumn("expires_on").notNull(),
    /** The last day on which it can be decided. */
    decideBy: dayColumn("decide_by").notNull(),
    status: text("status", { enum: WAIVER_STATUSES }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    requestedBy: idColumn<"person">("requested_by").notNull(),
    requestedAt: instantColumn("requested_at").notNull(),
    decidedBy: idColumn<"person">("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: instantColumn("decided_at"),
    documentNo: text("document_no"),
    remark: text("remark"),
    /** When the unit took note of the decision. */
    seenAt: instantColumn("seen_at"),
    version: versionColumn(),
  },
  (table) => [
    check("waiver_status", oneOf("status", WAIVER_STATUSES)),
    check("waiver_kind", oneOf("kind", WAIVER_KINDS)),
    check("waiver_decided", sql`(${table.status} = 'requested') = (${table.decidedBy} is null)`),
    check("waiver_two_persons", sql`${table.decidedBy} is null or ${table.decidedBy} <> ${table.requestedBy}`),
    index("waiver_region").on(table.regionPath), // the scope policy ranges over it
  ],
);

/** What happened to a waiver, in order. Insert-only. */
export const waiverEvent = campaignSchema.table(
  "waiver_event",
  {
    ...historyColumns({ subject: "waiver_id", id: "waiver", statuses: WAIVER_STATUSES }),
    documentNo: text("document_no"),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.seq] }),
    foreignKey({ name: "waiver_event_waiver", columns: [table.subjectId], foreignColumns: [waiver.id] }),
    check("waiver_event_to", oneOf("to_status", WAIVER_STATUSES)),
    index("waiver_event_region").on(table.regionPath), // the scope policy ranges over it
  ],
);
