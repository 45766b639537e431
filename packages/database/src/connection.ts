import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparingRepeated } from "./prepared.ts";

export type Database = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type Connection = {
  readonly sql: postgres.Sql;
  readonly db: Database;
  end(): Promise<void>;
};

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_SECONDS = 10;
const END_TIMEOUT_SECONDS = 5;

/** Opens a pool of at most `connections` connections. Every statement ends after 15 s. */
export function connect(options: { url: string; connections: number; applicationName: string }): Connection {
  const sql = postgres(options.url, {
    max: options.connections,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      TimeZone: "Asia/Shanghai",
    },
  });
  return { sql, db: drizzle(preparingRepeated(sql)), end: () => sql.end({ timeout: END_TIMEOUT_SECONDS }) };
}
