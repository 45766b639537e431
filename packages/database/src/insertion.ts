import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * Rows for a table as a part of a larger statement. All rows are one parameter, so the text is the same for one row and
 * for a thousand. A missing column gets its plain default, or null.
 */
export function insertion<Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]): SQL {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => column.generated === undefined);
  const named = rows.map((row: object) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, Reflect.get(row, key) ?? column.default])),
  );
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  return sql`insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named, plain)}::text::json)`;
}

function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
