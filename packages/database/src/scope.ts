import { type Actor, refuse, type RegionPath, scopeEnd } from "@anji/kernel";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { ActorCtx } from "./context.ts";
import type { Tx } from "./connection.ts";

/** Sets who acts and where, for this transaction only; the row-level policies read it. */
export async function setScope(tx: Tx, actor: Pick<Actor, "path" | "personId">): Promise<void> {
  await tx.execute(scopeStatement(actor));
}

export function scopeStatement(actor: Pick<Actor, "path" | "personId">): SQL {
  return sql`select set_config('app.path', ${actor.path}, true), set_config('app.uid', ${actor.personId}, true)`;
}

/**
 * Opens a read in one message: one state for all its queries, nothing written, and the scope. Prepared statements are
 * planned for each call, since a county reads a thousandth of the rows and the province all. Writes keep their plans;
 * otherwise a foreign key would be planned for every row.
 */
export function readFrame(actor: Pick<Actor, "path" | "personId">): SQL {
  const settings = `set_config('app.path', ${literal(actor.path)}, true), set_config('app.uid', ${literal(actor.personId)}, true)`;
  const planning = "set local plan_cache_mode = force_custom_plan";
  return sql.raw(`set transaction isolation level repeatable read read only; ${planning}; select ${settings}`);
}

// A message of several statements cannot have parameters.
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The application's own filter: rows of the actor's area, or of a narrower area inside it. */
export function within(column: AnyColumn, path: RegionPath): SQL {
  return sql`(${column} >= ${path} and ${column} < ${scopeEnd(path)})`;
}

/** A range over the region path for the reader's area; `true` only in the test of row-level security. */
export function scopeOf(ctx: ActorCtx, column: AnyColumn): SQL {
  return ctx.filtersByScope ? within(column, ctx.actor.path) : sql`true`;
}

/** Rows published downwards: those of the actor's area and those of the areas above it. */
export function publishedTo(ctx: ActorCtx, column: AnyColumn): SQL {
  if (!ctx.filtersByScope) return sql`true`;
  return sql`(${within(column, ctx.actor.path)} or starts_with(${ctx.actor.path} || '.', ${column} || '.'))`;
}

/** A row, or the answer "not found": a row outside the scope looks like an absent one. */
export function found<Row>(row: Row | undefined): Row {
  return row ?? refuse({ code: "notFound", rule: "kernel.notFound" });
}
