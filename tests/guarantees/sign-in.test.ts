import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { eventually } from "../support/eventually.ts";
import { openStream } from "./surface/http.ts";
import { insideOf, refusedBody } from "./surface/refusal-body.ts";
import {
  administratedSurface,
  ADMINISTRATOR,
  keyOf,
  newPerson,
  type Page,
  PASSWORD,
  post,
  queryPath,
  type Surface,
} from "./surface/server.ts";

const added = z.object({ id: z.uuid(), version: z.int() });

let surface: Surface;
let page: Page;

beforeAll(async () => {
  ({ surface, page } = await administratedSurface());
});
afterAll(() => surface.close());

function me(headers: Record<string, string>) {
  return surface.ask("/trpc/jurisdictions.me", { headers });
}

async function addPerson() {
  const person = newPerson();
  const { id, version } = added.parse(await surface.act(page, "jurisdictions.people.add", person));
  return { id, version, username: person.username };
}

describe("of the sign-in library", () => {
  /** Every path of the sign-in library, from its own description, and the known paths of its plug-ins. */
  const KNOWN = [
    "sign-up/email",
    "sign-in/email",
    "sign-in/social",
    "update-user",
    "change-email",
    "change-password",
    "set-password",
    "verify-password",
    "delete-user",
    "delete-user/callback",
    "forget-password",
    "request-password-reset",
    "reset-password",
    "send-verification-email",
    "verify-email",
    "list-sessions",
    "revoke-session",
    "revoke-sessions",
    "revoke-other-sessions",
    "update-session",
    "link-social",
    "unlink-account",
    "list-accounts",
    "refresh-token",
    "get-access-token",
    "account-info",
    "is-username-available",
    "ok",
    "error",
    "callback/google",
    "reference",
    "open-api/generate-schema",
  ];

  it.each(KNOWN)("/%s is not reachable, signed in or not", async (path) => {
    for (const headers of [{ origin: surface.url }, page]) {
      for (const method of ["GET", "POST"]) {
        const body = { email: "a@b.cn", password: PASSWORD, newPassword: PASSWORD, name: "某", username: "someone" };
        const sent =
          method === "GET"
            ? { headers }
            : { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
        const answer = await surface.ask(`/api/auth/${path}`, sent);
        expect(answer.status).toBe(404);
        expect(refusedBody(answer).code).toBe("notFound");
      }
    }
  });

  it.each([
    "/api/auth/sign-in/username/../../sign-up/email",
    "/api/auth//sign-up/email",
    "/api/auth/sign-in%2Fusername",
    "/API/AUTH/sign-up/email",
  ])("a path written as %s leads no further", async (path) => {
    const answer = await surface.ask(path, {
      method: "POST",
      headers: { ...page, "content-type": "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(404);
  });
});

test("the session's cookie is out of reach of scripts and of other sites", async () => {
  const { username } = await addPerson();
  const answer = await surface.signInAnswer({ username, password: PASSWORD, address: "10.4.0.1" });
  const cookies = answer.headers["set-cookie"] ?? [];
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("a sign-in from a foreign page is refused", async () => {
  const credentials = { username: ADMINISTRATOR, password: PASSWORD };
  const answer = await post(surface, "/api/auth/sign-in/username", {
    input: credentials,
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status).toBe(403);
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

test("a wrong password and an unknown name are answered alike, and never in full", async () => {
  const wrong = await surface.signInAnswer({
    username: ADMINISTRATOR,
    password: "not-the-pass-1",
    address: "10.4.0.2",
  });
  const unknown = await surface.signInAnswer({
    username: "nobody.here",
    password: "not-the-pass-1",
    address: "10.4.0.2",
  });
  expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
  expect(wrong.status).toBe(401);
  expect(insideOf(wrong.body)).toEqual([]);
});

test.each([
  { username: `sheng\u0000guanli`, password: PASSWORD },
  { username: ADMINISTRATOR, password: `${PASSWORD}\u0000` },
  { username: "n".repeat(100_000), password: PASSWORD },
  { username: ADMINISTRATOR, password: "p".repeat(100_000) },
])("what cannot be a name or a password is refused as such, %#", async ({ username, password }) => {
  const answer = await surface.signInAnswer({ username, password, address: "10.4.0.9" });
  expect(answer.status).toBe(400);
  expect(refusedBody(answer).rule).toBe("kernel.invalidInput");
});

test("guessing from one address ends after ten attempts in a minute, whoever is guessed", async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const username = attempt % 2 === 0 ? ADMINISTRATOR : "nobody.here";
    statuses.push(
      (await surface.signInAnswer({ username, password: `guess-number-${attempt}`, address: "10.4.0.3" })).status,
    );
  }
  expect(statuses.slice(0, 10)).not.toContain(429);
  expect(statuses.slice(10)).toEqual([429, 429]);
});

describe("an account that is closed", () => {
  it("ends its open sessions and streams at once and opens no new one", async () => {
    const person = await addPerson();
    const session = await surface.signIn(person.username);
    const stream = await openStream(`${surface.url}/trpc/signals.watch`, session);
    expect((await me(session)).status).toBe(200);
    await surface.act(page, "jurisdictions.people.deactivate", { id: person.id, version: person.version });
    const answer = await eventually("the end of the session", {
      ask: () => me(session),
      until: ({ status }) => status === 401,
    });
    expect(refusedBody(answer).rule).toBe("kernel.notSignedIn");
    const changed = await post(surface, "/trpc/jurisdictions.people.add", { input: newPerson(), headers: session });
    expect(changed.status).toBe(401);
    expect(await stream.ended).toMatch(/event: serialized-error\n/);
    expect((await openStream(`${surface.url}/trpc/signals.watch`, session)).said).toContain("kernel.notSignedIn");
    const again = await surface.signInAnswer({ username: person.username, password: PASSWORD, address: "10.4.0.4" });
    expect([again.status, again.headers["set-cookie"]]).toEqual([401, undefined]);
  });

  it("ends the key of a service", async () => {
    const key = { "x-api-key": await keyOf(surface, { page, role: "observer" }) };
    const answer = await me(key);
    expect(answer.status).toBe(200);
    const { result } = z
      .object({ result: z.object({ data: z.object({ person: z.object({ id: z.uuid() }) }) }) })
      .parse(JSON.parse(answer.body));
    await surface.act(page, "jurisdictions.people.deactivate", { id: result.data.person.id, version: 1 });
    const ended = await eventually("the end of the key", {
      ask: () => me(key),
      until: ({ status }) => status === 401,
    });
    expect(refusedBody(ended).rule).toBe("kernel.notSignedIn");
  });
});

test("a session that is signed out is of no more use", async () => {
  const { username } = await addPerson();
  const session = await surface.signIn(username);
  expect((await me(session)).status).toBe(200);
  expect((await post(surface, "/api/auth/sign-out", { input: {}, headers: session })).status).toBe(200);
  expect((await me(session)).status).toBe(401);
});

test("an installation that is set up cannot be set up again", async () => {
  const administrators = [{ name: "他人", username: `other.${randomUUID().slice(0, 6)}`, password: PASSWORD }];
  for (const provinceCode of ["130000", "990000"]) {
    const input = { commandId: randomUUID(), provinceCode, administrators };
    const answer = await post(surface, "/trpc/jurisdictions.install.createFirstAdministrators", { input, headers: {} });
    expect([409, 400]).toContain(answer.status);
    refusedBody(answer);
  }
  expect((await surface.ask(queryPath("jurisdictions.install.state", null), {})).body).toContain('"isEmpty":false');
});
