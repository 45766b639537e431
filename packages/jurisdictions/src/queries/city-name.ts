import { type AnyColumn, getTableName, type SQL, sql } from "drizzle-orm";
import { unit } from "../tables.ts";

/** The name of the city a region path lies in, looked up for the rows that are answered and no others. */
export function cityNameOf(path: AnyColumn): SQL<string> {
  // Named with its table: alone in a sub-select the column would be the city's own.
  const place = sql`${sql.identifier(getTableName(path.table))}.${sql.identifier(path.name)}`;
  return sql<string>`(select city.name from ${unit} as city where city.region_path = substr(${place}, 1, 5) and city.level <> 'agency')`;
}
