import { fenColumn, idColumn, instantColumn, oneOf, regionPathColumn, versionColumn } from "@anji/database/tables";
import { finding } from "@anji/findings/tables";
import { unit } from "@anji/jurisdictions/tables";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Cell } from "./declaration.ts";
import { UNIT_OUTCOMES } from "./unit-outcome.ts";

export const selfChecksSchema = pgSchema("self_checks");

/** 部门自查结果: what one department or agency of a unit answers, place by place, and who promises that it is true. */
export const declaration = selfChecksSchema.table(
  "declaration",
  {
    id: idColumn<"declaration">("id").primaryKey(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    /** A department code of the plan, or the unit code of an agency. */
    declarant: text("declarant").notNull(),
    declarantName: text("declarant_name").notNull(),
    cells: jsonb("cells").$type<Cell[]>().notNull(),
    searched: text("searched").notNull(),
    answeredBy: idColumn<"person">("answered_by").notNull(),
    answeredByName: text("answered_by_name").notNull(),
    answeredAt: instantColumn("answered_at").notNull(),
    returnedRemark: text("returned_remark"),
    returnedByName: text("returned_by_name"),
    returnedAt: instantColumn("returned_at"),
    head: text("head"),
    promise: text("promise"),
    /** Over the rows, the promise and the head. */
    signatureHash: text("signature_hash"),
    signedBy: idColumn<"person">("signed_by"),
    signedByName: text("signed_by_name"),
    signedAt: instantColumn("signed_at"),
    /** Rows that others bring up after this moment are 自查未报, also after a later signature. */
    firstSignedAt: instantColumn("first_signed_at"),
    isLate: boolean("is_late").notNull(),
    version: versionColumn(),
  },
  (table) => [
    check(
      "declaration_signed",
      sql`num_nulls(${table.head}, ${table.promise}, ${table.signatureHash}, ${table.signedBy}, ${table.signedByName}, ${table.signedAt}) in (0, 6)`,
    ),
    check("declaration_two_persons", sql`${table.signedBy} is null or ${table.signedBy} <> ${table.answeredBy}`),
    check("declaration_returned", sql`${table.returnedAt} is null or ${table.signedAt} is null`),
    uniqueIndex("declaration_declarant").on(table.campaignId, table.unitCode, table.declarant), // one each
    index("declaration_region").on(table.campaignId, table.regionPath), // the gate counts an area
  ],
);

/** A finding that a declaration names at one place, with the money it was declared with. */
export const declaredFinding = selfChecksSchema.table(
  "declared_finding",
  {
    declarationId: idColumn<"declaration">("declaration_id")
      .notNull()
      .references(() => declaration.id),
    findingId: idColumn<"finding">("finding_id")
      .notNull()
      .references(() => finding.id),
    fundLine: text("fund_line").notNull(),
    category: text("category").notNull(),
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    regionPath: regionPathColumn(),
    foundFen: fenColumn("found_fen").notNull(),
    findingVersion: integer("finding_version").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.fundLine, table.category] }), // one department names it
    index("declared_finding_declaration").on(table.declarationId),
    index("declared_finding_region").on(table.campaignId, table.regionPath), // compared with the ledger of an area
  ],
);

/** 单位自查结果: the signature of a unit over all its departments; the last version counts. Insert-only. */
export const unitSignature = selfChecksSchema.table(
  "unit_signature",
  {
    campaignId: idColumn<"campaign">("campaign_id").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    version: integer("version").notNull(),
    /** Over the signatures of all departments. */
    partsHash: text("parts_hash").notNull(),
    head: text("head").notNull(),
    promise: text("promise").notNull(),
    outcome: text("outcome", { enum: UNIT_OUTCOMES }).notNull(),
    foundCount: integer("found_count").notNull(),
    foundFen: fenColumn("found_fen").notNull(),
    signedBy: idColumn<"person">("signed_by").notNull(),
    signedByName: text("signed_by_name").notNull(),
    signedAt: instantColumn("signed_at").notNull(),
    isLate: boolean("is_late").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.unitCode, table.version] }),
    check("unit_signature_outcome", oneOf("outcome", UNIT_OUTCOMES)),
    check("unit_signature_nil", sql`(${table.outcome} = 'nil') = (${table.foundCount} = 0)`),
    index("unit_signature_region").on(table.campaignId, table.regionPath), // the gate counts an area
  ],
);
