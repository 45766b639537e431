import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import postgres from "postgres";
import { z } from "zod";
import { type FloorCase, floorCases } from "./floor-cases.ts";

/**
 * The floor of a benchmark: bare node:http and postgres.js. It sends the product's own statements in one transaction
 * with the same scope, and answers the rows as JSON. It checks and shapes nothing. `/prepared/<case>` lets postgres.js
 * prepare them, `/plain/<case>` does not.
 */
const env = z
  .object({ DATABASE_URL: z.string(), FLOOR_CASES: z.string(), FLOOR_PORT: z.coerce.number() })
  .parse(process.env);
const cases = new Map(Object.entries(floorCases.parse(JSON.parse(readFileSync(env.FLOOR_CASES, "utf8")))));
const sql = postgres(env.DATABASE_URL, { max: 4, onnotice: () => undefined });

createServer((request, response) => {
  const [, way = "", name = ""] = (request.url ?? "").split("/");
  const wanted = cases.get(name);
  if (wanted === undefined) {
    response.writeHead(way === "health" ? 200 : 404).end();
    return;
  }
  answer(wanted, way === "prepared").then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
    (cause: unknown) => response.writeHead(500).end(String(cause)),
  );
}).listen(env.FLOOR_PORT, "127.0.0.1");

async function answer({ path, statements }: FloorCase, prepare: boolean): Promise<string> {
  const rows = await sql.begin("isolation level repeatable read read only", async (tx) => {
    await tx`select set_config('app.path', ${path}, true), set_config('app.uid', '', true)`;
    const answers: unknown[] = [];
    for (const { text, params } of statements) answers.push(await tx.unsafe(text, params, { prepare }));
    return answers;
  });
  return JSON.stringify(rows);
}
