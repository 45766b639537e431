import { createAnjiClient } from "@anji/client";
import { connect, type Connection, setScope, SIGNAL_CHANNEL } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { systemActor } from "@anji/jurisdictions/queries";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { command, PASSWORD, type Product, startProduct } from "../support/product.ts";

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

/** Moves the day and cuts the server's connection for signals in the same transaction, so that nobody hears of it. */
async function moveDayUnheard(): Promise<void> {
  await connection.db.transaction(async (tx) => {
    await setScope(tx, systemActor(PROVINCE));
    await tx.update(clockSetting).set({ shiftMs: sql`${clockSetting.shiftMs} + ${DAY_MS}` });
    const cut = await tx.execute(sql`
      select pg_terminate_backend(pid) as cut from pg_stat_activity
      where datname = current_database() and usename = current_user and query ilike 'listen %'`);
    expect([...cut]).toEqual([{ cut: true }]);
  });
}

test("a server whose signals were cut learns of a day that was moved meanwhile", async () => {
  const { clock } = product.parts;
  const before = clock.now().getTime();
  await moveDayUnheard();
  const moved = () => Promise.resolve(clock.now().getTime() - before);
  const byMs = await eventually("the clock", { ask: moved, until: (shown) => shown >= DAY_MS });
  expect(byMs).toBeLessThan(2 * DAY_MS);
});

/**
 * A console or a service that watches: what it heard, and how often its stream began. A console refreshes everything
 * each time.
 */
async function watcher() {
  const administrators = [{ name: "何志远", username: "sheng.guanli", password: PASSWORD }];
  await product.stranger().rpc.jurisdictions.install.createFirstAdministrators.mutate({
    ...command(),
    provinceCode: PROVINCE,
    administrators,
  });
  const administrator = await product.signIn("sheng.guanli");
  const service = { name: "watcher", unitCode: PROVINCE, role: "observer" } as const;
  const { key } = await administrator.rpc.jurisdictions.people.issueServiceKey.mutate({ ...command(), ...service });
  const watched = { heard: new Set<string>(), begun: 0 };
  const { rpc } = createAnjiClient({ url: product.url, apiKey: key ?? "", locale: "zh-CN" });
  const stream = rpc.signals.watch.subscribe(undefined, {
    onStarted: () => (watched.begun += 1),
    onData: (signal) => watched.heard.add(signal.topic),
  });
  return { watched, leave: () => stream.unsubscribe() };
}

test("whoever watches begins anew once signals that were cut come back, and hears what is said from then on", async () => {
  const { watched, leave } = await watcher();
  const begun = () => Promise.resolve(watched.begun);
  await eventually("the stream", { ask: begun, until: (times) => times === 1 });
  await moveDayUnheard();
  await eventually("the stream", { ask: begun, until: (times) => times === 2 });
  expect([...watched.heard]).toEqual([]);
  const say = async () => {
    const text = JSON.stringify({ topic: "test.said", subjectId: "x", regionPath: "13.01" });
    await connection.db.execute(sql`select pg_notify(${SIGNAL_CHANNEL}, ${text})`);
    return [...watched.heard];
  };
  await eventually("the signal", { ask: say, until: (heard) => heard.includes("test.said") });
  leave();
});
