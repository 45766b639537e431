import { type AnyColumn, getTableName, type SQL, sql } from "drizzle-orm";
import { unit } from "../tables.ts";

/** The name of the city of a region path, looked up only for the rows that are answered. */
export function cityNameOf(path: AnyColumn): SQL<string> {
  // Named with its table: without it the column in the sub-select would be the city's own.
  const place = sql`${sql.identifier(getTableName(path.table))}.${sql.identifier(path.name)}`;
  return sql<string>`(select city.name from ${unit} as city where city.region_path = substr(${place}, 1, 5) and city.level <> 'agency')`;
}
