import { type Fen, fen, type Id, type RegionPath, regionPath } from "@anji/kernel";
import { type SQL, sql } from "drizzle-orm";
import { bigint, customType, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";

const fenType = customType<{ data: Fen; driverData: string }>({
  dataType: () => "bigint",
  fromDriver: (value) => fen(value),
  toDriver: (value) => value.toString(),
});

const regionPathType = customType<{ data: RegionPath; driverData: string }>({
  // With collation "C" a parent sorts right before its subtree. The range of a scope needs that.
  dataType: () => 'text collate "C"',
  fromDriver: (value) => regionPath(value),
});

const dayType = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Money in fen, stored as bigint. */
export function fenColumn(name: string) {
  return fenType(name);
}

/** The scope key of a business row: which region it belongs to. */
export function regionPathColumn() {
  return regionPathType("region_path").notNull();
}

/** A calendar day in Asia/Shanghai, "YYYY-MM-DD". */
export function dayColumn(name: string) {
  return dayType(name);
}

export function instantColumn(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}

/** Counts the changes of a row; a human edit names the version it saw. */
export function versionColumn() {
  return integer("version").notNull().default(1);
}

export function idColumn<Name extends string>(name: string) {
  return uuid(name).$type<Id<Name>>();
}

export function serialColumn(name: string) {
  return bigint(name, { mode: "bigint" }).generatedAlwaysAsIdentity();
}

/** Who acted, from where and when, as it was then. */
export function actedByColumns() {
  return {
    by: idColumn<"person">("by_person").notNull(),
    byName: text("by_name").notNull(),
    unitName: text("unit_name").notNull(),
    at: instantColumn("at").notNull(),
  };
}

/**
 * The columns of an insert-only history: what happened to a subject, in order. `seq` is the version the step made.
 * A table adds its primary key and a reference of its `subjectId`.
 */
export function historyColumns<Name extends string, Status extends string>(options: {
  subject: string;
  id: Name;
  statuses: readonly [Status, ...Status[]];
}) {
  return {
    subjectId: idColumn<Name>(options.subject).notNull(),
    seq: integer("seq").notNull(),
    event: text("event").notNull(),
    from: text("from_status", { enum: options.statuses }),
    to: text("to_status", { enum: options.statuses }).notNull(),
    machineVersion: integer("machine_version").notNull(),
    ...actedByColumns(),
    remark: text("remark").notNull(),
    regionPath: regionPathColumn(),
  };
}

/** A check that a text column holds a member of a closed set. */
export function oneOf(column: string, values: readonly string[]): SQL {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(", ")})`);
}
