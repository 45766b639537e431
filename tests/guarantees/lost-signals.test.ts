import { connect, type Connection, setScope } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { systemActor } from "@anji/server/system-actor";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Product, startProduct } from "../support/product.ts";

const PROVINCE = "130000";
const DAY_MS = 24 * 60 * 60 * 1000;

let product: Product;
let connection: Connection;
beforeAll(async () => {
  product = await startProduct({ today: "2009-02-17" });
  connection = connect({ url: product.databaseUrl, connections: 1, applicationName: "lost-signals" });
});
afterAll(async () => {
  await connection.end();
  await product.close();
});

test("a server whose signals were cut learns of a day that was moved meanwhile", async () => {
  const { clock } = product.parts;
  const before = clock.now().getTime();
  await connection.db.transaction(async (tx) => {
    await setScope(tx, systemActor(PROVINCE));
    await tx.update(clockSetting).set({ shiftMs: sql`${clockSetting.shiftMs} + ${DAY_MS}` });
    const cut = await tx.execute(sql`
      select pg_terminate_backend(pid) as cut from pg_stat_activity
      where datname = current_database() and usename = current_user and query ilike 'listen %'`);
    expect([...cut]).toEqual([{ cut: true }]);
  });
  const moved = () => Promise.resolve(clock.now().getTime() - before);
  await eventually("the clock", { ask: moved, until: (byMs) => byMs >= DAY_MS, withinMs: 20_000 });
});
