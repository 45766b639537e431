import { countingProxy, type CountingProxy, testInstallation, type TestInstallation } from "@anji/database/testing";
import { type Actor, kernelRules } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jurisdictionsRules } from "../src/index.ts";
import { actorOf, actorOfKey, actorOfSession } from "../src/queries/index.ts";
import { person, session } from "../src/tables.ts";
import { aPerson, plantRegionTree } from "../src/testing.ts";
import { addPerson, deactivatePerson, issueServiceKey } from "../src/verbs/index.ts";

const EXPIRES_AT = new Date("2009-06-01T04:00:00.123Z");

let proxy: CountingProxy;
let installation: TestInstallation;
let province: Actor;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  proxy = await countingProxy(appUrl);
  const rules = { ...kernelRules, ...jurisdictionsRules };
  installation = await testInstallation({ appUrl: proxy.url, rules, locale: "en", startsAt: "2008-07-01" });
  await plantRegionTree(installation);
  province = await aPerson(installation, { unitCode: "130000", roles: ["administrator"] });
});
afterAll(async () => {
  await installation.end();
  await proxy.close();
});

async function signedIn(): Promise<{ id: Actor["personId"]; userId: string; token: string }> {
  const { id } = await addPerson(installation.ctxOf(province), {
    commandId: crypto.randomUUID(),
    name: "李'某",
    username: `user${crypto.randomUUID().slice(0, 8)}`,
    password: "anji-2008-first",
    unitCode: "130102",
    department: "基金监督科",
    roles: ["clerk", "leader"],
    isPasswordTemporary: true,
  });
  const rows = await installation.under(province, (tx) => tx.select().from(person));
  const userId = rows.find((row) => row.id === id)?.authUserId ?? "";
  const token = `it's ${crypto.randomUUID()}`;
  await installation.connection.db.insert(session).values({ id: token, token, userId, expiresAt: EXPIRES_AT });
  return { id, userId, token };
}

it("the person of a session, of an account or of a key is found in one round trip", async () => {
  const { db } = installation.connection;
  const { id, userId, token } = await signedIn();
  const issued = await issueServiceKey(installation.ctxOf(province), {
    commandId: crypto.randomUUID(),
    name: "统计接口",
    unitCode: "130000",
    role: "observer",
  });
  const found = {
    personId: id,
    name: "李'某",
    unitCode: "130102",
    unitName: "长安区",
    level: "county",
    path: "13.01.02",
    department: "基金监督科",
    roles: ["clerk", "leader"],
    isService: false,
    owesPassword: true,
  };
  proxy.count();
  expect(await actorOfSession(db, token)).toEqual({ actor: found, sessionId: token, expiresAt: EXPIRES_AT });
  expect(proxy.count()).toBe(1);
  expect(await actorOf(db, userId)).toEqual(found);
  expect(proxy.count()).toBe(1);
  expect(await actorOfKey(db, issued.key ?? "")).toMatchObject({ personId: issued.id, roles: ["observer"] });
  expect(proxy.count()).toBe(1);
});

it("nothing of who was found is left on the connection", async () => {
  const { db } = installation.connection;
  const { token } = await signedIn();
  await Promise.all(Array.from({ length: 20 }, () => actorOfSession(db, token)));
  const rows = await Promise.all(Array.from({ length: 20 }, () => db.select().from(person)));
  expect(rows.flat()).toEqual([]);
});

it("nobody is found by what was never given out, nor once the account is closed", async () => {
  const { db } = installation.connection;
  const { id, userId, token } = await signedIn();
  for (const secret of ["", "' or true --", "anji_guessed", userId]) {
    expect(await actorOfSession(db, secret)).toBeNull();
    expect(await actorOfKey(db, secret)).toBeNull();
  }
  await deactivatePerson(installation.ctxOf(province), { commandId: crypto.randomUUID(), id, version: 1 });
  await db.insert(session).values({ id: token, token, userId, expiresAt: EXPIRES_AT });
  expect([await actorOfSession(db, token), await actorOf(db, userId)]).toEqual([null, null]);
});
