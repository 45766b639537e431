import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setScope } from "@anji/database";
import { countingProxy, type CountingProxy } from "@anji/database/testing";
import { systemActor } from "@anji/jurisdictions/queries";
import { person, session } from "@anji/jurisdictions/tables";
import { type Id, idOf } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningServer, startServer } from "../src/index.ts";

const PASSWORD = "anji-2008-first";
const OTHER_PASSWORD = "anji-2008-other";
const HOUR_MS = 60 * 60 * 1000;

let proxy: CountingProxy;
let server: RunningServer;
let directory: string;
let administrator: Page;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  proxy = await countingProxy(appUrl);
  directory = await mkdtemp(join(tmpdir(), "anji-actors-"));
  server = await startServer({
    DATABASE_URL: proxy.url,
    ANJI_HOST: "127.0.0.1",
    ANJI_PORT: 0,
    ANJI_DATA_DIRECTORY: directory,
    ANJI_SECRET: randomUUID() + randomUUID(),
    ANJI_DATABASE_CONNECTIONS: 6,
    ANJI_LOG_LEVEL: "silent",
  });
  const administrators = [{ name: "何志远", username: "sheng.guanli", password: PASSWORD }];
  await act({}, "install.createFirstAdministrators", { provinceCode: "130000", administrators });
  administrator = await signIn("sheng.guanli");
});
afterAll(async () => {
  await server.close();
  await proxy.close();
  await rm(directory, { recursive: true });
});

type Page = { headers: Record<string, string>; token: string };
type Clerk = Page & { id: Id<"person">; username: string };

const added = z.object({ id: idOf("person"), username: z.string() });
const result = z.object({ result: z.object({ data: z.unknown() }) });
const shown = z.object({ person: z.object({ id: idOf("person"), roles: z.array(z.string()) }) });

async function send(path: string, headers: Record<string, string>, body: object): Promise<Response> {
  const sent = { "content-type": "application/json", origin: server.url, ...headers };
  return fetch(server.url + path, { method: "POST", headers: sent, body: JSON.stringify(body) });
}

async function act(headers: Record<string, string>, verb: string, input: object): Promise<unknown> {
  const response = await send(`/trpc/jurisdictions.${verb}`, headers, { commandId: randomUUID(), ...input });
  expect(response.status).toBe(200);
  return result.parse(await response.json()).result.data;
}

async function signIn(username: string): Promise<Page> {
  // Whatever else a caller asks the library for is left out: a session has one lifetime.
  const asked = { username, password: PASSWORD, rememberMe: false, callbackURL: "https://elsewhere.example" };
  const response = await send("/api/auth/sign-in/username", {}, asked);
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const token = /session_token=(\w+)/.exec(cookie)?.[1] ?? "";
  return { headers: { cookie, origin: server.url }, token };
}

async function addClerk(): Promise<{ id: Id<"person">; username: string }> {
  const username = `clerk.${randomUUID().slice(0, 8)}`;
  const clerk = { name: "新人", username, password: PASSWORD, unitCode: "130100", department: null, roles: ["clerk"] };
  return added.parse(await act(administrator.headers, "people.add", clerk));
}

/** A clerk who has signed in and sent one request, so that the server keeps them. */
async function rememberedClerk(): Promise<Clerk> {
  const clerk = await addClerk();
  const page = await signIn(clerk.username);
  expect(await statusOf(page)).toBe(200);
  return { ...clerk, ...page };
}

function me(page: Pick<Page, "headers">): Promise<Response> {
  return fetch(`${server.url}/trpc/jurisdictions.me`, { headers: page.headers });
}

async function statusOf(page: Pick<Page, "headers">): Promise<number> {
  return (await me(page)).status;
}

/** How often an actor was read during some requests; the statement names what is read. */
async function lookUps(secret: string, requests: () => Promise<unknown>): Promise<number> {
  const before = proxy.mentions(secret);
  await requests();
  return proxy.mentions(secret) - before;
}

/** Acts, and waits until this server has heard of it. */
async function heard(id: string, acts: () => Promise<unknown>): Promise<void> {
  const signal = Promise.withResolvers<void>();
  const stop = server.parts.signals.listen((one) => {
    if ("subjectId" in one && one.subjectId === id) signal.resolve();
  });
  await acts();
  await signal.promise;
  stop();
}

const byAdministrator = (verb: string, input: object) => act(administrator.headers, `people.${verb}`, input);

describe("a person who has been found once", () => {
  it("is not looked for again, by session or by key", async () => {
    const clerk = await rememberedClerk();
    const again = async () => expect([await statusOf(clerk), await statusOf(clerk)]).toEqual([200, 200]);
    expect(await lookUps(clerk.token, again)).toBe(0);
    const issued = await byAdministrator("issueServiceKey", { name: "服务", unitCode: "130000", role: "observer" });
    const { key } = z.object({ key: z.string() }).parse(issued);
    const service = { headers: { "x-api-key": key } };
    const hash = createHash("sha256").update(key).digest("hex");
    expect(await lookUps(hash, () => me(service))).toBeGreaterThan(0);
    expect(await lookUps(hash, async () => expect(await statusOf(service)).toBe(200))).toBe(0);
  });

  it("is not looked for again after two seconds either, as long as signals are heard", async () => {
    const clerk = await rememberedClerk();
    const later = Date.now() + 2500;
    await expect.poll(() => server.parts.signals.heardUntil(), { interval: 20 }).toBeGreaterThan(later);
    expect(await lookUps(clerk.token, () => me(clerk))).toBe(0);
  });

  it("stays found while others sign in, sign out or are closed", async () => {
    const clerk = await rememberedClerk();
    const other = await rememberedClerk();
    const leaving = await rememberedClerk();
    await heard(other.id, () => byAdministrator("deactivate", { id: other.id, version: 1 }));
    await heard(leaving.id, () => send("/api/auth/sign-out", leaving.headers, {}));
    await signIn("sheng.guanli");
    expect(await lookUps(clerk.token, () => me(clerk))).toBe(0);
  });
});

describe("the next request after the signal sees", () => {
  it("other roles", async () => {
    const clerk = await rememberedClerk();
    const roles = ["reviewer", "leader"];
    await heard(clerk.id, () => byAdministrator("changeRoles", { id: clerk.id, version: 1, roles }));
    const answer = result.parse(await (await me(clerk)).json()).result.data;
    expect(shown.parse(answer).person.roles).toEqual(roles);
  });

  it("a closed account", async () => {
    const clerk = await rememberedClerk();
    await heard(clerk.id, () => byAdministrator("deactivate", { id: clerk.id, version: 1 }));
    expect(await statusOf(clerk)).toBe(401);
  });

  it("a service whose key was ended", async () => {
    const issued = await byAdministrator("issueServiceKey", { name: "服务", unitCode: "130000", role: "observer" });
    const { id, key } = z.object({ id: idOf("person"), key: z.string() }).parse(issued);
    const service = { headers: { "x-api-key": key } };
    expect(await statusOf(service)).toBe(200);
    await heard(id, () => byAdministrator("deactivate", { id, version: 1 }));
    expect(await statusOf(service)).toBe(401);
  });

  it("a password given by an administrator, or changed in another session of one's own", async () => {
    const clerk = await rememberedClerk();
    const password = OTHER_PASSWORD;
    await heard(clerk.id, () => byAdministrator("resetPassword", { id: clerk.id, version: 1, password }));
    expect(await statusOf(clerk)).toBe(401);
    const other = await rememberedClerk();
    const elsewhere = await signIn(other.username);
    const passwords = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD };
    await heard(other.id, () => act(elsewhere.headers, "people.changeOwnPassword", passwords));
    expect([await statusOf(other), await statusOf(elsewhere)]).toEqual([401, 401]);
  });

  it("the end of a session, at once on the server where it was ended, and leaves one's other session", async () => {
    const clerk = await rememberedClerk();
    const elsewhere = await signIn(clerk.username);
    expect((await send("/api/auth/sign-out", clerk.headers, {})).status).toBe(200);
    expect([await statusOf(clerk), await statusOf(elsewhere)]).toEqual([401, 200]);
  });
});

describe("a session", () => {
  async function expiryOf(page: Page): Promise<number | null> {
    const [row] = await server.parts.db.select().from(session).where(eq(session.token, page.token));
    return row?.expiresAt.getTime() ?? null;
  }
  async function signedIn(options: { endsInMs: number }): Promise<Page> {
    const { username } = await addClerk();
    const page = await signIn(username);
    const expiresAt = new Date(Date.now() + options.endsInMs);
    await server.parts.db.update(session).set({ expiresAt }).where(eq(session.token, page.token));
    return page;
  }

  it("that is used is prolonged once an hour", async () => {
    const page = await signedIn({ endsInMs: 10 * HOUR_MS });
    expect(await statusOf(page)).toBe(200);
    const expiresAt = await expiryOf(page);
    expect(expiresAt).toBeGreaterThan(Date.now() + 11 * HOUR_MS);
    expect(await statusOf(page)).toBe(200);
    expect(await expiryOf(page)).toBe(expiresAt);
  });

  it("lasts twelve hours, whatever the caller asks for", async () => {
    const { username } = await addClerk();
    const page = await signIn(username);
    expect(await expiryOf(page)).toBeLessThan(Date.now() + 12 * HOUR_MS + 60_000);
  });

  it("that has expired is refused and removed", async () => {
    const page = await signedIn({ endsInMs: -1 });
    expect(await statusOf(page)).toBe(401);
    expect(await expiryOf(page)).toBeNull();
  });

  it("whose cookie we did not sign is refused without being looked for", async () => {
    const { headers, token } = await rememberedClerk();
    const cookie = headers.cookie ?? "";
    const signature = /\.([^;]{20})/.exec(cookie)?.[1] ?? "";
    const forged = [cookie.replace(signature, signature.toLowerCase()), `anji.session_token=${token}`];
    for (const one of [...forged, `anji.session_token=${token}.`, "anji.session_token=%", "=;anji.session_token"]) {
      expect(await lookUps(token, async () => expect(await statusOf({ headers: { cookie: one } })).toBe(401))).toBe(0);
    }
    expect(await statusOf({ headers: { cookie: `other=1; ${cookie}; anji.session_token=x` } })).toBe(200);
  });
});

describe("without the line of signals", () => {
  it("somebody closed while it was cut is looked for again and refused", async () => {
    const clerk = await rememberedClerk();
    const closing = async () => {
      await server.parts.db.transaction(async (tx) => {
        await setScope(tx, systemActor("130000"));
        await tx.update(person).set({ isActive: false }).where(eq(person.id, clerk.id));
        const cut = await tx.execute(sql`
          select pg_terminate_backend(pid) as cut from pg_stat_activity
          where datname = current_database() and usename = current_user and query ilike 'listen %'`);
        expect([...cut]).toEqual([{ cut: true }]);
      });
      await expect.poll(() => statusOf(clerk)).toBe(401);
    };
    expect(await lookUps(clerk.token, closing)).toBeGreaterThan(0);
  });

  it("somebody closed while it is silent is looked for again and refused", async () => {
    const clerk = await rememberedClerk();
    const hearAgain = proxy.silenceListening();
    const closing = async () => {
      await byAdministrator("deactivate", { id: clerk.id, version: 1 });
      await expect.poll(() => statusOf(clerk)).toBe(401);
    };
    expect(await lookUps(clerk.token, closing)).toBeGreaterThan(0);
    hearAgain();
  });
});
