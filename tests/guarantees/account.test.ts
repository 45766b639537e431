import { setScope } from "@anji/database";
import { auditEntry } from "@anji/database/tables";
import { systemActor } from "@anji/jurisdictions/queries";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { openStream, send } from "./surface/http.ts";
import { refusedBody } from "./surface/refusal-body.ts";
import {
  administratedSurface,
  ADMINISTRATOR,
  newPerson,
  type Page,
  PASSWORD,
  post,
  type Surface,
} from "./surface/server.ts";

const ONCE = "given-2008-once";
const OWN = "chosen-2008-own";
const account = z.object({ id: z.uuid(), version: z.int() });

let surface: Surface;
let page: Page;

beforeAll(async () => {
  ({ surface, page } = await administratedSurface());
});
afterAll(() => surface.close());

async function addPerson() {
  const { commandId: _, ...person } = newPerson();
  return { ...person, ...account.parse(await surface.act(page, "jurisdictions.people.add", person)) };
}

function cookieOf(answer: { headers: { "set-cookie"?: string[] | undefined } }): { cookie: string; origin: string } {
  return {
    cookie: (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "),
    origin: surface.url,
  };
}

/** Every row about a person's sign-ins that the province reads. */
async function trail() {
  const rows = await surface.server.parts.db.transaction(async (tx) => {
    await setScope(tx, systemActor("130000"));
    return tx.select().from(auditEntry).orderBy(asc(auditEntry.id));
  });
  return rows.filter((row) => /[sS]ign(In|Out)$/.test(row.verb));
}

describe("in the audit trail", () => {
  it("a sign-in, a refused one and a sign-out stand with who, whose area and from where, and nothing that was typed", async () => {
    const { id, username } = await addPerson();
    const wrong = await surface.signInAnswer({ username, password: "mistyped-2008-pass", address: "10.5.0.1" });
    expect(refusedBody(wrong)).toMatchObject({
      code: "notSignedIn",
      rule: "jurisdictions.signInWrong",
      message: "用户名或密码不正确。",
    });
    const session = cookieOf(await surface.signInAnswer({ username, password: PASSWORD, address: "10.5.0.1" }));
    await surface.ask("/api/auth/sign-out", {
      method: "POST",
      headers: { ...session, "content-type": "application/json", "x-forwarded-for": "10.5.0.1" },
      body: "{}",
    });
    const rows = (await trail()).filter((row) => row.subjectId === id);
    expect(
      rows.map(({ verb, personId, regionPath, after }) => ({ verb, isOwn: personId === id, regionPath, after })),
    ).toEqual([
      { verb: "jurisdictions.refuseSignIn", isOwn: false, regionPath: "13.01", after: { address: "10.5.0.1" } },
      { verb: "jurisdictions.signIn", isOwn: true, regionPath: "13.01", after: { address: "10.5.0.1" } },
      { verb: "jurisdictions.signOut", isOwn: true, regionPath: "13.01", after: { address: "10.5.0.1" } },
    ]);
    expect(
      JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toMatch(/mistyped|surface-2008|token/);
  });

  it("a name that is nobody's is not kept: it may be a password in the wrong field", async () => {
    await surface.signInAnswer({ username: "hunter2.secret", password: "x", address: "10.5.0.2" });
    await surface.signInAnswer({ username: "Hunter2 Secret!", password: "x", address: "10.5.0.2" });
    const rows = (await trail()).filter((row) => row.subjectId === "unknown");
    expect(rows.map(({ verb, personName, regionPath }) => [verb, personName, regionPath])).toEqual([
      ["jurisdictions.refuseSignIn", "系统", "13"],
      ["jurisdictions.refuseSignIn", "系统", "13"],
    ]);
    expect(JSON.stringify(rows.map((row) => row.after))).not.toContain("unter2");
  });

  it("a closed account's attempts stand in its own area", async () => {
    const { id, version, username } = await addPerson();
    await surface.act(page, "jurisdictions.people.deactivate", { id, version });
    expect((await surface.signInAnswer({ username, password: PASSWORD, address: "10.5.0.3" })).status).toBe(401);
    expect((await trail()).filter((row) => row.subjectId === id).map((row) => row.verb)).toEqual([
      "jurisdictions.refuseSignIn",
    ]);
  });
});

test("the token of a session is in its cookie only, not in what a page can read", async () => {
  const { username } = await addPerson();
  const answer = await surface.signInAnswer({ username, password: PASSWORD, address: "10.5.0.4" });
  expect([answer.status, answer.body]).toEqual([200, "{}"]);
});

test("whoever signs in with a one-time password can do nothing but replace it", async () => {
  const { id, version, username } = await addPerson();
  const before = await surface.signIn(username);
  await surface.act(page, "jurisdictions.people.resetPassword", { id, version, password: ONCE });
  expect((await surface.ask("/trpc/jurisdictions.me", { headers: before })).status).toBe(401);
  const session = cookieOf(await surface.signInAnswer({ username, password: ONCE, address: "10.5.0.5" }));
  expect((await surface.ask("/trpc/jurisdictions.me", { headers: session })).body).toContain('"owesPassword":true');
  const closed = [
    await surface.ask("/trpc/jurisdictions.units.tree", { headers: session }),
    await post(surface, "/trpc/jurisdictions.people.add", { input: newPerson(), headers: session }),
    await surface.ask(`/files/${id}`, { headers: session }),
  ];
  expect(closed.map((answer) => [answer.status, refusedBody(answer).rule])).toEqual(
    closed.map(() => [412, "kernel.passwordDue"]),
  );
  expect((await openStream(`${surface.url}/trpc/signals.watch`, session)).said).toContain("kernel.passwordDue");
  await surface.act(session, "jurisdictions.people.changeOwnPassword", { currentPassword: ONCE, newPassword: OWN });
  expect((await surface.ask("/trpc/jurisdictions.me", { headers: session })).status).toBe(401);
  const again = cookieOf(await surface.signInAnswer({ username, password: OWN, address: "10.5.0.5" }));
  expect((await surface.ask("/trpc/jurisdictions.units.tree", { headers: again })).status).toBe(200);
});

describe("the limit of sign-in attempts", () => {
  it("is one for two servers on one database, and says how long to wait", async () => {
    const other = await surface.besides();
    const attempt = (url: string, password: string) =>
      send(`${url}/api/auth/sign-in/username`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: url,
          "x-forwarded-for": "10.5.1.1",
          "accept-language": "en",
        },
        body: JSON.stringify({ username: ADMINISTRATOR, password }),
      });
    const statuses: number[] = [];
    for (let round = 0; round < 12; round += 1)
      statuses.push((await attempt(round % 2 === 0 ? surface.url : other, `guess-number-${round}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await attempt(other, PASSWORD);
    expect([refused.status, refusedBody(refused).rule]).toEqual([429, "jurisdictions.tooManyGuesses"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refusedBody(refused).message).toMatch(/^Too many attempts\. Try again in \d+ seconds\.$/);
  });

  it("is not used up by an office whose people all sign in at eight o'clock", async () => {
    const { username } = await addPerson();
    for (let round = 0; round < 15; round += 1) {
      expect((await surface.signInAnswer({ username, password: PASSWORD, address: "10.5.1.2" })).status).toBe(200);
    }
  });

  it("holds for attempts made at the same moment", async () => {
    const guesses = Array.from({ length: 20 }, (_, number) =>
      surface.signInAnswer({ username: ADMINISTRATOR, password: `guess-number-${number}`, address: "10.5.1.3" }),
    );
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });
});

describe("the language of an answer", () => {
  const ENGLISH = /^You are not signed in/;
  const messageOf = async (path: string, headers: Record<string, string>) =>
    refusedBody(await surface.ask(path, { headers })).message;

  it("is the one named in the address, before that of the browser", async () => {
    expect(await messageOf("/trpc/jurisdictions.me?language=en", { "accept-language": "zh-CN,zh;q=0.9" })).toMatch(
      ENGLISH,
    );
    expect(await messageOf("/trpc/jurisdictions.me?language=zh-CN", { "accept-language": "en-US" })).toBe(
      "登录已失效，请重新登录。",
    );
    expect(await messageOf("/files/none?language=en", { "accept-language": "zh-CN" })).toMatch(ENGLISH);
    expect(await messageOf("/trpc/none?language=en", {})).toBe("Not found, or outside your area.");
  });

  it("is the browser's when the address names none that is spoken", async () => {
    expect(await messageOf("/trpc/jurisdictions.me?language=fr", { "accept-language": "en-GB,en;q=0.8" })).toMatch(
      ENGLISH,
    );
    expect(await messageOf("/trpc/jurisdictions.me?language=en&language=zh-CN", { "accept-language": "fr" })).toBe(
      "登录已失效，请重新登录。",
    );
  });

  it("is also that of a stream, which carries no header of its own", async () => {
    const session = await surface.signIn(ADMINISTRATOR);
    const nowhere = encodeURIComponent(JSON.stringify({ jobId: "00000000-0000-7000-8000-000000000009" }));
    const said = async (language: string) =>
      (
        await openStream(`${surface.url}/trpc/jobs.watch?input=${nowhere}&language=${language}`, {
          ...session,
          "accept-language": "zh-CN",
        })
      ).said;
    expect(await said("en")).toContain("Not found, or outside your area.");
    expect(await said("zh-CN")).toContain("没有找到，或不在您的管理范围内。");
  });
});
