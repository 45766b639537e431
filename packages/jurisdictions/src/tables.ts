import { dayColumn, idColumn, instantColumn, regionPathColumn, versionColumn, oneOf } from "@anji/database/tables";
import { ROLES } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core";
import { UNIT_LEVELS } from "./unit.ts";

export const jurisdictionsSchema = pgSchema("jurisdictions");

/** The region tree with the handling agencies under it. A code identifies, a name never does. */
export const unit = jurisdictionsSchema.table(
  "unit",
  {
    code: text("code").primaryKey(),
    revision: text("revision").notNull(),
    name: text("name").notNull(),
    fullName: text("full_name").notNull(),
    parentCode: text("parent_code"),
    level: text("level", { enum: UNIT_LEVELS }).notNull(),
    kind: text("kind").notNull(),
    regionPath: regionPathColumn(),
    isCustom: boolean("is_custom").notNull(),
    reason: text("reason"),
    /** Who added a unit without a national code, and who of the province confirmed it: until then it counts nowhere. */
    addedBy: idColumn<"person">("added_by"),
    confirmedBy: idColumn<"person">("confirmed_by"),
    confirmedAt: instantColumn("confirmed_at"),
    /** From this day on the unit no longer counts. It stays listed, with the unit it was merged into. */
    retiredOn: dayColumn("retired_on"),
    mergedInto: text("merged_into"),
    retiredReason: text("retired_reason"),
    version: versionColumn(),
  },
  (table) => [
    foreignKey({ columns: [table.parentCode], foreignColumns: [table.code] }),
    foreignKey({ columns: [table.mergedInto], foreignColumns: [table.code] }),
    check("unit_two_persons", sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.addedBy}`),
    check("unit_confirmed", sql`(${table.confirmedBy} is null) = (${table.confirmedAt} is null)`),
    check("unit_retired", sql`(${table.retiredOn} is null) = (${table.retiredReason} is null)`),
    check("unit_level", oneOf("level", UNIT_LEVELS)),
    check("unit_path", sql`${table.regionPath} ~ '^\\d{2}(\\.\\d{2}){0,2}$'`),
    check("unit_root", sql`(${table.parentCode} is null) = (${table.level} = 'province')`),
    uniqueIndex("unit_region")
      .on(table.regionPath)
      .where(sql`level <> 'agency'`), // an agency shares the path of its region
    index("unit_parent").on(table.parentCode), // children of a unit
  ],
);

/** A person or a service with the unit it acts for. The auth tables hold the sign-in itself. */
export const person = jurisdictionsSchema.table(
  "person",
  {
    id: idColumn<"person">("id").primaryKey(),
    authUserId: text("auth_user_id").notNull(),
    username: text("username").notNull(),
    name: text("name").notNull(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => unit.code),
    regionPath: regionPathColumn(),
    department: text("department"),
    roles: text("roles", { enum: ROLES }).array().notNull(),
    isService: boolean("is_service").notNull(),
    isActive: boolean("is_active").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("person_auth_user").on(table.authUserId),
    check(
      "person_roles",
      sql`${table.roles} <@ ${sql.raw(`array[${ROLES.map((role) => `'${role}'`).join(",")}]`)} and cardinality(${table.roles}) > 0`,
    ),
    index("person_region").on(table.regionPath, table.id), // keyset page of an area
  ],
);

export { account, authSchema, guess, serviceKey, session, user, verification } from "./sign-in/tables.ts";
