import { ruleBook } from "@anji/api";
import type { ActorCtx } from "@anji/database";
import { type Actor, levelOfPath, pathOfCode } from "@anji/kernel";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Statement, statements } from "./floor-cases.ts";

/** The frame of every transaction of the product, which the floor makes for itself. */
const FRAME = /^\s*(begin|commit|set transaction|select set_config)/i;
/** What the driver asks for itself when it connects. */
const DRIVER = /pg_catalog\.pg_type/;
/** The campaign's own row is no part of the floor: a page written by hand would know the campaign. */
const CAMPAIGN = /from "campaign"\."campaign"/;

/** Runs a query of the product for an actor and answers the statements it sent, with their parameters. */
export async function capturedStatements(
  options: { appUrl: string; actor: Actor },
  query: (ctx: ActorCtx) => Promise<unknown>,
): Promise<Statement[]> {
  const sent: { text: string; params: unknown[] }[] = [];
  const sql = postgres(options.appUrl, {
    max: 1,
    onnotice: () => undefined,
    debug: (_, text, params) => sent.push({ text, params: [...params] }),
  });
  try {
    await query(contextOf(drizzle(sql), options.actor));
  } finally {
    await sql.end();
  }
  return statements.parse(sent.filter(({ text }) => ![FRAME, DRIVER, CAMPAIGN].some((other) => other.test(text))));
}

function contextOf(db: ActorCtx["db"], actor: Actor): ActorCtx {
  return {
    db,
    actor,
    clock: { now: () => new Date() },
    files: { put: unused, open: unused },
    signals: { listen: unused },
    locale: "zh-CN",
    requestId: "bench",
    rules: ruleBook,
    filtersByScope: true,
  };
}

function unused(): never {
  throw new Error("a query of the benchmark asked for files or signals");
}

/** An observer of a unit, like a service key of it. */
export function readerOf(unitCode: string): Actor {
  const path = pathOfCode(unitCode);
  return {
    personId: "00000000-0000-7000-8000-000000000009" as Actor["personId"], // nobody's, and read by no query here
    name: "测速",
    unitCode,
    unitName: unitCode,
    level: levelOfPath(path),
    path,
    department: null,
    roles: ["observer"],
    isService: true,
  };
}
