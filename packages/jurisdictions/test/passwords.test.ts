import { auditOf, type TestInstallation } from "@anji/database/testing";
import { type Actor, type Role } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  actorOf,
  countGuess,
  forgetGuess,
  listPeople,
  me,
  passwordHashOf,
  sweepGuesses,
} from "../src/queries/index.ts";
import { isPasswordOf } from "../src/sign-in/accounts.ts";
import { account as accountTable, guess, person, session, user } from "../src/tables.ts";
import { aPerson } from "../src/testing.ts";
import {
  addAgency,
  addCustomUnit,
  addPerson,
  changeOwnPassword,
  changeRoles,
  deactivatePerson,
  issueServiceKey,
  reactivatePerson,
  recordSignIn,
  resetPassword,
} from "../src/verbs/index.ts";
import { administratedRoom } from "./room.ts";

const FIRST = "anji-2008-first";
const ONCE = "anji-2008-once";
const OWN = "anji-2008-own";

let installation: TestInstallation;
let province: Actor;
let city: Actor;
let county: Actor;

beforeAll(async () => {
  ({ installation, province, city, county } = await administratedRoom("zh-CN"));
});

type Account = { id: Actor["personId"]; userId: string; actor: Actor };

async function account(unitCode: string, roles: Role[]): Promise<Account> {
  const username = `user${crypto.randomUUID().slice(0, 8)}`;
  const added = await addPerson(installation.ctxOf(province), {
    commandId: crypto.randomUUID(),
    name: "李某",
    username,
    password: FIRST,
    unitCode,
    department: null,
    roles,
  });
  return { id: added.id, ...(await known(added.id)) };
}

async function known(id: string): Promise<{ userId: string; actor: Actor }> {
  const rows = await installation.under(province, (tx) => tx.select().from(person));
  const userId = rows.find((row) => row.id === id)?.authUserId ?? "";
  const actor = await actorOf(installation.connection.db, userId);
  if (actor === null) throw new Error("the account is closed");
  return { userId, actor };
}

function fits(userId: string, password: string): Promise<boolean> {
  return installation.connection.db.transaction((tx) => isPasswordOf({ tx }, { userId, password }));
}

async function openSession(userId: string): Promise<void> {
  const id = crypto.randomUUID();
  await installation.connection.db
    .insert(session)
    .values({ id, token: id, userId, expiresAt: new Date("2030-01-01T00:00:00Z") });
}

function sessionsOf(userId: string) {
  return installation.connection.db.select({ id: session.id }).from(session).where(eq(session.userId, userId));
}

function once(id: Actor["personId"], version: number) {
  return { commandId: crypto.randomUUID(), id, version, password: ONCE };
}

function own(currentPassword: string, newPassword: string) {
  return { commandId: crypto.randomUUID(), currentPassword, newPassword };
}

async function trailOf(commandId: string): Promise<string> {
  const rows = await auditOf(installation, { provincePath: "13", commandId });
  expect(rows).toHaveLength(1);
  return JSON.stringify(rows.map(({ verb, before, after }) => ({ verb, before, after })));
}

describe("a password an administrator resets", () => {
  it("replaces the old one, ends every session, is to be changed, and stands nowhere in words", async () => {
    const { id, userId } = await account("130102", ["clerk"]);
    await openSession(userId);
    const input = once(id, 1);
    expect(await resetPassword(installation.ctxOf(county), input)).toMatchObject({
      id,
      version: 2,
      isActive: true,
      isPasswordTemporary: true,
    });
    expect([await fits(userId, FIRST), await fits(userId, ONCE), (await sessionsOf(userId)).length]).toEqual([
      false,
      true,
      0,
    ]);
    const { actor } = await known(id);
    expect(actor.owesPassword).toBe(true);
    expect((await me(installation.ctxOf(actor))).person.owesPassword).toBe(true);
    expect(await trailOf(input.commandId)).toContain('"verb":"jurisdictions.resetPassword"');
    const everything = await installation.under(province, (tx) =>
      tx.execute(
        sql`select to_jsonb(a)::text || coalesce(to_jsonb(c)::text, '') as text from database.audit_entry a left join database.command c using (command_id)`,
      ),
    );
    expect(JSON.stringify(everything)).not.toContain(ONCE);
  });

  it("is not one's own, not a service's and not a closed account's", async () => {
    const reset = (actor: Actor, id: Actor["personId"], version: number) =>
      refusalOf(resetPassword(installation.ctxOf(actor), once(id, version)));
    expect((await reset(county, county.personId, 1)).rule).toBe("jurisdictions.ownPassword");
    const service = await issueServiceKey(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      name: "统计",
      unitCode: "130102",
      role: "observer",
    });
    expect((await reset(county, service.id, 1)).rule).toBe("jurisdictions.keyNotPassword");
    const { id } = await account("130102", ["clerk"]);
    await deactivatePerson(installation.ctxOf(county), { commandId: crypto.randomUUID(), id, version: 1 });
    expect((await reset(county, id, 2)).rule).toBe("jurisdictions.personInactive");
  });

  it("is of somebody in the administrator's area, at the version he saw", async () => {
    const { id } = await account("130102", ["leader"]);
    const stranger = await aPerson(installation, { unitCode: "130202", roles: ["administrator"] });
    const leader = await aPerson(installation, {
      unitCode: "130102",
      roles: ["leader", "clerk", "reviewer", "inspector"],
    });
    const reset = (actor: Actor, version: number) =>
      refusalOf(resetPassword(installation.ctxOf(actor), once(id, version)));
    expect((await reset(stranger, 1)).code).toBe("notFound");
    expect((await reset(leader, 1)).rule).toBe("kernel.roleMayNot");
    expect((await reset(city, 7)).rule).toBe("kernel.stale");
    expect((await refusalOf(resetPassword(installation.ctxOf(county), once(city.personId, 1)))).code).toBe("notFound");
  });
});

describe("a closed account", () => {
  it("is opened again with the roles it had and a password to be changed", async () => {
    const { id, userId } = await account("130102", ["reviewer", "leader"]);
    await deactivatePerson(installation.ctxOf(county), { commandId: crypto.randomUUID(), id, version: 1 });
    expect(await fits(userId, FIRST)).toBe(false);
    const input = once(id, 2);
    expect(await reactivatePerson(installation.ctxOf(county), input)).toMatchObject({
      roles: ["reviewer", "leader"],
      isActive: true,
      isPasswordTemporary: true,
      version: 3,
    });
    expect([await fits(userId, ONCE), (await known(id)).actor.owesPassword]).toEqual([true, true]);
    expect(await trailOf(input.commandId)).not.toContain(ONCE);
  });

  it("is not opened when it is open, or when it is a service's", async () => {
    const { id } = await account("130102", ["clerk"]);
    await expectRefused(reactivatePerson(installation.ctxOf(county), once(id, 1)), "jurisdictions.personActive");
    const service = await issueServiceKey(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      name: "统计",
      unitCode: "130102",
      role: "observer",
    });
    await deactivatePerson(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      id: service.id,
      version: 1,
    });
    await expectRefused(
      reactivatePerson(installation.ctxOf(province), once(service.id, 2)),
      "jurisdictions.keyNotPassword",
    );
  });
});

describe("a password that changes while somebody signs in with the old one", () => {
  it("refuses that sign-in: its session would outlive the change", async () => {
    const { id, userId, actor } = await account("130102", ["clerk"]);
    const [holder] = await installation.connection.db.select().from(user).where(eq(user.id, userId));
    const username = holder?.username ?? "";
    const before = await passwordHashOf(installation.connection.db, username);
    const signIn = (passwordHash: string | null) =>
      recordSignIn(installation.ctxOf(actor), { address: "10.0.0.1", userId, passwordHash });
    await signIn(before);
    await resetPassword(installation.ctxOf(county), once(id, 1));
    await expectRefused(signIn(before), "jurisdictions.signInWrong");
    await signIn(await passwordHashOf(installation.connection.db, username));
    await expectRefused(signIn(null), "jurisdictions.signInWrong");
  });

  it("ends a session that was opened while it waited for the account", async () => {
    const { id, userId } = await account("130102", ["clerk"]);
    const entered = Promise.withResolvers<void>();
    const open = Promise.withResolvers<void>();
    const signingIn = installation.connection.db.transaction(async (tx) => {
      await tx.select().from(accountTable).where(eq(accountTable.userId, userId)).for("share");
      entered.resolve();
      await open.promise;
    });
    await entered.promise;
    const reset = resetPassword(installation.ctxOf(county), once(id, 1));
    await openSession(userId);
    open.resolve();
    await Promise.all([signingIn, reset]);
    expect(await sessionsOf(userId)).toEqual([]);
  });
});

describe("one's own password", () => {
  it("is changed against the current one; every session ends and nothing is owed any more", async () => {
    const { id, userId } = await account("130102", ["clerk"]);
    await resetPassword(installation.ctxOf(county), once(id, 1));
    await openSession(userId);
    const { actor } = await known(id);
    const input = own(ONCE, OWN);
    const { username } = await changeOwnPassword(installation.ctxOf(actor), input);
    expect(username).toMatch(/^user/);
    expect([await fits(userId, ONCE), await fits(userId, OWN), (await sessionsOf(userId)).length]).toEqual([
      false,
      true,
      0,
    ]);
    expect((await known(id)).actor.owesPassword).toBeUndefined();
    const trail = await trailOf(input.commandId);
    expect([trail.includes(ONCE), trail.includes(OWN), trail.includes('"isPasswordTemporary":true')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is refused at the field when the current one is wrong, or the new one is the same", async () => {
    const { actor } = await account("130102", ["clerk"]);
    const change = (current: string, next: string) =>
      refusalOf(changeOwnPassword(installation.ctxOf(actor), own(current, next)));
    const wrong = await change("not-the-pass-1", OWN);
    expect([wrong.rule, wrong.fields[0]?.path]).toEqual(["jurisdictions.passwordWrong", "currentPassword"]);
    const same = await change(FIRST, FIRST);
    expect([same.rule, same.fields[0]?.path]).toEqual(["jurisdictions.passwordUnchanged", "newPassword"]);
  });

  it("is not found out by trying in a session left open: after five wrong ones even the right one waits", async () => {
    const { actor } = await account("130102", ["clerk"]);
    const change = (current: string) => refusalOf(changeOwnPassword(installation.ctxOf(actor), own(current, OWN)));
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await change(`guess-number-${attempt}`)).rule).toBe("jurisdictions.passwordWrong");
    const refused = await change(FIRST);
    expect([refused.code, refused.rule]).toEqual(["tooMany", "jurisdictions.tooManyGuesses"]);
    expect(Number(refused.params["seconds"])).toBeGreaterThan(200);
  });

  it("is for people; a service has a key", async () => {
    const reader = await aPerson(installation, { unitCode: "130000", roles: ["observer"] });
    await expectRefused(changeOwnPassword(installation.ctxOf(reader), own(FIRST, OWN)), "kernel.roleMayNot");
  });
});

describe("the administrator of a handling agency", () => {
  let agency: string;
  let keeper: Actor;
  beforeEach(async () => {
    agency = (
      await addAgency(installation.ctxOf(county), {
        commandId: crypto.randomUUID(),
        parentCode: "130102",
        name: `失业保险所${crypto.randomUUID().slice(0, 4)}`,
      })
    ).code;
    keeper = (await account(agency, ["administrator"])).actor;
  });

  it("manages the agency's people", async () => {
    const { id } = await account(agency, ["clerk"]);
    expect(await resetPassword(installation.ctxOf(keeper), once(id, 1))).toMatchObject({ isPasswordTemporary: true });
  });

  it("reaches nobody of the region above it, whose area it shares", async () => {
    const { id } = await account("130102", ["leader"]);
    const ctx = installation.ctxOf(keeper);
    const named = { commandId: crypto.randomUUID(), name: "李某" };
    const attempts: (() => Promise<unknown>)[] = [
      () => resetPassword(ctx, once(id, 1)),
      () => changeRoles(ctx, { commandId: crypto.randomUUID(), id, version: 1, roles: ["clerk"] }),
      () => deactivatePerson(ctx, { commandId: crypto.randomUUID(), id, version: 1 }),
      () =>
        addPerson(ctx, {
          ...named,
          username: "someone.new",
          password: FIRST,
          unitCode: "130102",
          department: null,
          roles: ["leader"],
        }),
      () => addAgency(ctx, { ...named, parentCode: "130102" }),
    ];
    for (const attempt of attempts) await expectRefused(attempt(), "jurisdictions.ownAgencyOnly");
  });

  it("of the province issues no key and adds no unit for the province", async () => {
    const { code } = await addAgency(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      parentCode: "130000",
      name: "省社保中心",
    });
    const ctx = installation.ctxOf((await account(code, ["administrator"])).actor);
    const key = issueServiceKey(ctx, {
      commandId: crypto.randomUUID(),
      name: "统计",
      unitCode: "130000",
      role: "observer",
    });
    await expectRefused(key, "jurisdictions.ownAgencyOnly");
    const unit = addCustomUnit(ctx, {
      commandId: crypto.randomUUID(),
      parentCode: "130100",
      name: "开发区",
      kind: "开发区",
      reason: "无国标代码",
    });
    await expectRefused(unit, "jurisdictions.ownAgencyOnly");
  });
});

describe("attempts", () => {
  const LIMIT = { max: 3, windowSeconds: 60 };

  it("made at the same moment are all counted", async () => {
    const key = crypto.randomUUID();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => countGuess(installation.connection.db, key, LIMIT)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(3);
  });

  it("that were none are taken back, and a window that is over begins anew", async () => {
    const { db } = installation.connection;
    const key = crypto.randomUUID();
    for (let round = 0; round < 6; round += 1) {
      await countGuess(db, key, LIMIT);
      await forgetGuess(db, key);
    }
    for (let round = 0; round < 3; round += 1) await countGuess(db, key, LIMIT);
    await expectRefused(countGuess(db, key, LIMIT), "jurisdictions.tooManyGuesses");
    await db
      .update(guess)
      .set({ endsAt: sql`now() - interval '1 second'` })
      .where(eq(guess.key, key));
    await countGuess(db, key, LIMIT);
    await db
      .update(guess)
      .set({ endsAt: sql`now() - interval '1 second'` })
      .where(eq(guess.key, key));
    await sweepGuesses(db);
    expect(await db.select().from(guess).where(eq(guess.key, key))).toEqual([]);
  });
});

describe("a search among people", () => {
  it("finds by a part of the name or of the user name, people and services apart", async () => {
    await addPerson(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      name: "欧阳修远",
      username: "ouyang.search",
      password: FIRST,
      unitCode: "130500",
      department: null,
      roles: ["clerk"],
    });
    await issueServiceKey(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      name: "欧阳统计",
      unitCode: "130500",
      role: "observer",
    });
    const found = async (text: string | null, isService: boolean | null) => {
      const { items } = await listPeople(installation.ctxOf(province), {
        unitCode: "130500",
        text,
        isService,
        cursor: null,
        limit: 200,
      });
      return items.map((one) => one.name).toSorted();
    };
    expect(await found("欧阳", null)).toEqual(["欧阳修远", "欧阳统计"].toSorted());
    expect(await found("OUYANG", null)).toEqual(["欧阳修远"]);
    expect(await found("欧阳", true)).toEqual(["欧阳统计"]);
    expect(await found(null, false)).toEqual(["欧阳修远"]);
    expect(await found("%", null)).toEqual([]);
  });
});
