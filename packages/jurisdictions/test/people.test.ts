import { SIGNAL_CHANNEL } from "@anji/database";
import { auditOf, testInstallation, type TestInstallation } from "@anji/database/testing";
import { type Actor, kernelRules, mistakesOf, type Role } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jurisdictionsRules, listPeopleInput } from "../src/index.ts";
import { actorOf, actorOfKey, listPeople, me } from "../src/queries/index.ts";
import { person, serviceKey, session } from "../src/tables.ts";
import { aPerson, plantRegionTree } from "../src/testing.ts";
import { addAgency, addPerson, changeRoles, deactivatePerson, issueServiceKey } from "../src/verbs/index.ts";

const EVERYBODY = { unitCode: null, text: null, isService: null, cursor: null, limit: 200 };

let installation: TestInstallation;
let province: Actor;
let city: Actor;
let county: Actor;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({
    appUrl,
    rules: { ...kernelRules, ...jurisdictionsRules },
    locale: "en",
    startsAt: "2008-07-01",
  });
  await plantRegionTree(installation);
  province = await aPerson(installation, { unitCode: "130000", roles: ["administrator"] });
  city = await aPerson(installation, { unitCode: "130100", roles: ["administrator"] });
  county = await aPerson(installation, { unitCode: "130102", roles: ["administrator"] });
});
afterAll(() => installation.end());

function newcomer(unitCode: string, roles: Role[]) {
  const username = `user${crypto.randomUUID().slice(0, 8)}`;
  return {
    commandId: crypto.randomUUID(),
    name: "李某",
    username,
    password: "anji-2008-clerk",
    unitCode,
    department: "基金监督科",
    roles,
  };
}

function audit(commandId: string) {
  return auditOf(installation, { provincePath: "13", commandId });
}

async function accountOf(id: string): Promise<string> {
  const rows = await installation.under(province, (tx) => tx.select().from(person));
  return rows.find((row) => row.id === id)?.authUserId ?? "";
}

describe("adding a person", () => {
  it("gives them an account in a unit of the area, and one audit row without the password", async () => {
    const input = newcomer("130102", ["clerk"]);
    const added = await addPerson(installation.ctxOf(city), input);
    expect(added).toMatchObject({
      name: "李某",
      unitCode: "130102",
      unitName: "河北省石家庄市长安区",
      roles: ["clerk"],
      isService: false,
      isActive: true,
      version: 1,
    });
    const rows = await audit(input.commandId);
    expect(rows.map((row) => row.verb)).toEqual(["jurisdictions.addPerson"]);
    expect(JSON.stringify(rows.map((row) => row.after))).not.toContain(input.password);
    expect(await actorOf(installation.connection.db, await accountOf(added.id))).toMatchObject({
      unitCode: "130102",
      department: "基金监督科",
    });
  });

  it("to a handling agency makes them act for its region", async () => {
    const { code } = await addAgency(installation.ctxOf(county), {
      commandId: crypto.randomUUID(),
      parentCode: "130102",
      name: "失业保险所",
    });
    const added = await addPerson(installation.ctxOf(county), newcomer(code, ["clerk"]));
    expect(await actorOf(installation.connection.db, await accountOf(added.id))).toMatchObject({
      unitCode: code,
      unitName: "失业保险所",
      level: "county",
      path: "13.01.02",
    });
  });

  it("is refused for a user name in use, however far away", async () => {
    const taken = newcomer("130200", ["clerk"]);
    await addPerson(installation.ctxOf(province), taken);
    const refused = await refusalOf(
      addPerson(installation.ctxOf(county), { ...newcomer("130102", ["clerk"]), username: taken.username }),
    );
    expect([refused.code, refused.rule, refused.fields[0]?.path]).toEqual([
      "conflict",
      "jurisdictions.usernameTaken",
      "username",
    ]);
  });

  it("is refused with a service's role, outside the area, and to other roles", async () => {
    const service = await refusalOf(addPerson(installation.ctxOf(city), newcomer("130102", ["clerk", "worker"])));
    expect([service.rule, service.fields[0]?.path]).toEqual(["jurisdictions.serviceRole", "roles"]);
    expect((await refusalOf(addPerson(installation.ctxOf(city), newcomer("130202", ["clerk"])))).code).toBe("notFound");
    expect((await refusalOf(addPerson(installation.ctxOf(county), newcomer("130100", ["leader"])))).code).toBe(
      "notFound",
    );
    const leader = await aPerson(installation, {
      unitCode: "130100",
      roles: ["leader", "clerk", "reviewer", "inspector"],
    });
    await expectRefused(addPerson(installation.ctxOf(leader), newcomer("130102", ["clerk"])), "kernel.roleMayNot");
  });
});

describe("changing roles", () => {
  it("holds from the next request on", async () => {
    const heard: string[] = [];
    const { unlisten } = await installation.connection.sql.listen(SIGNAL_CHANNEL, (text) => heard.push(text));
    const added = await addPerson(installation.ctxOf(county), newcomer("130102", ["clerk"]));
    const input = {
      commandId: crypto.randomUUID(),
      id: added.id,
      version: 1,
      roles: ["reviewer", "leader"] satisfies Role[],
    };
    expect(await changeRoles(installation.ctxOf(county), input)).toMatchObject({
      roles: ["reviewer", "leader"],
      version: 2,
    });
    expect((await actorOf(installation.connection.db, await accountOf(added.id)))?.roles).toEqual([
      "reviewer",
      "leader",
    ]);
    const [row] = await audit(input.commandId);
    expect([row?.before, row?.subjectId]).toEqual([{ roles: ["clerk"], isActive: true }, added.id]);
    const changed = { topic: "jurisdictions.personChanged", subjectId: added.id, regionPath: "13.01.02" };
    await expect.poll(() => heard).toEqual([changed, changed].map((signal) => JSON.stringify(signal)));
    await unlisten();
  });

  it("from an old version is answered with the current row", async () => {
    const added = await addPerson(installation.ctxOf(county), newcomer("130102", ["clerk"]));
    const change = (version: number, roles: Role[]) =>
      changeRoles(installation.ctxOf(county), { commandId: crypto.randomUUID(), id: added.id, version, roles });
    const changed = await change(1, ["leader"]);
    const refused = await refusalOf(change(1, ["inspector"]));
    expect([refused.code, refused.rule, refused.current]).toEqual(["stale", "kernel.stale", changed]);
  });

  it("is refused for oneself, for people outside the area, and across the line between people and services", async () => {
    const change = (actor: Actor, id: Actor["personId"], roles: Role[]) =>
      refusalOf(changeRoles(installation.ctxOf(actor), { commandId: crypto.randomUUID(), id, version: 1, roles }));
    expect((await change(county, county.personId, ["administrator", "leader"])).rule).toBe("jurisdictions.ownRoles");
    expect((await change(county, city.personId, ["clerk"])).code).toBe("notFound");
    const clerk = await aPerson(installation, { unitCode: "130102", roles: ["clerk"] });
    expect((await change(county, clerk.personId, ["observer"])).rule).toBe("jurisdictions.serviceRole");
    const worker = await aPerson(installation, { unitCode: "130000", roles: ["worker"] });
    expect((await change(province, worker.personId, ["leader"])).rule).toBe("jurisdictions.serviceRole");
    expect((await change(clerk, county.personId, ["clerk"])).rule).toBe("kernel.roleMayNot");
  });
});

describe("deactivating a person", () => {
  it("ends their sessions and keys at once and keeps what they did", async () => {
    const { id, key } = await issueServiceKey(installation.ctxOf(province), {
      commandId: crypto.randomUUID(),
      name: "统计接口",
      unitCode: "130100",
      role: "observer",
    });
    const userId = await accountOf(id);
    await installation.connection.db
      .insert(session)
      .values({ id: "s1", token: "t1", userId, expiresAt: new Date("2030-01-01T00:00:00Z") });
    expect((await actorOfKey(installation.connection.db, key ?? ""))?.personId).toBe(id);
    const input = { commandId: crypto.randomUUID(), id, version: 1 };
    expect(await deactivatePerson(installation.ctxOf(province), input)).toMatchObject({ isActive: false, version: 2 });
    expect(await actorOf(installation.connection.db, userId)).toBeNull();
    expect(await actorOfKey(installation.connection.db, key ?? "")).toBeNull();
    const keys = await installation.connection.db.select().from(serviceKey).where(eq(serviceKey.userId, userId));
    expect(keys.map((row) => row.isEnabled)).toEqual([false]);
    expect(await installation.connection.db.select().from(session).where(eq(session.userId, userId))).toEqual([]);
    expect((await audit(input.commandId)).map((row) => row.verb)).toEqual(["jurisdictions.deactivatePerson"]);
  });

  it("from an old version changes nothing", async () => {
    const added = await addPerson(installation.ctxOf(county), newcomer("130102", ["clerk"]));
    const refused = await refusalOf(
      deactivatePerson(installation.ctxOf(county), { commandId: crypto.randomUUID(), id: added.id, version: 9 }),
    );
    expect([refused.code, refused.current]).toEqual(["stale", added]);
    expect(await actorOf(installation.connection.db, await accountOf(added.id))).not.toBeNull();
  });

  it("is refused for oneself and to other roles", async () => {
    const end = (actor: Actor, id: Actor["personId"]) =>
      refusalOf(deactivatePerson(installation.ctxOf(actor), { commandId: crypto.randomUUID(), id, version: 1 }));
    expect((await end(county, county.personId)).rule).toBe("jurisdictions.ownRoles");
    const leader = await aPerson(installation, { unitCode: "130102", roles: ["leader"] });
    expect((await end(leader, county.personId)).rule).toBe("kernel.roleMayNot");
  });

  it("by two administrators of each other at the same moment leaves one of them", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [
        await aPerson(installation, { unitCode: "130300", roles: ["administrator"] }),
        await aPerson(installation, { unitCode: "130300", roles: ["administrator"] }),
      ];
      const end = (actor: Actor, target: Actor) =>
        deactivatePerson(installation.ctxOf(actor), {
          commandId: crypto.randomUUID(),
          id: target.personId,
          version: 1,
        });
      const outcomes = await Promise.allSettled([end(one, other), end(other, one)]);
      expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("issuing a service's key", () => {
  it("shows the key once and stores its hash only", async () => {
    const input = { commandId: crypto.randomUUID(), name: "报告工作机", unitCode: "130000", role: "worker" } as const;
    const issued = await issueServiceKey(installation.ctxOf(province), input);
    expect(issued.key).toMatch(/^anji_[\w-]{43}$/);
    expect(await issueServiceKey(installation.ctxOf(province), input)).toEqual({ id: issued.id, key: null });
    const trail = (await audit(input.commandId)).map((row) => row.after);
    const stored = JSON.stringify([await installation.connection.db.select().from(serviceKey), trail]);
    expect(stored).not.toContain(issued.key);
    expect(await actorOfKey(installation.connection.db, issued.key ?? "")).toMatchObject({
      isService: true,
      roles: ["worker"],
      level: "province",
    });
    expect(await actorOfKey(installation.connection.db, "anji_guessed")).toBeNull();
    expect(await audit(input.commandId)).toHaveLength(1);
  });

  it("is for the province's administrators", async () => {
    const input = { commandId: crypto.randomUUID(), name: "x", unitCode: "130100", role: "observer" } as const;
    await expectRefused(issueServiceKey(installation.ctxOf(city), input), "kernel.levelMayNot");
    const leader = await aPerson(installation, { unitCode: "130000", roles: ["leader"] });
    await expectRefused(issueServiceKey(installation.ctxOf(leader), input), "kernel.roleMayNot");
    const nowhere = issueServiceKey(installation.ctxOf(province), { ...input, unitCode: "140000" });
    expect((await refusalOf(nowhere)).code).toBe("notFound");
  });
});

describe("the list of people", () => {
  it("holds those of the area, page by page, each once", async () => {
    for (let number = 0; number < 7; number += 1) await aPerson(installation, { unitCode: "131102", roles: ["clerk"] });
    const neighbour = await aPerson(installation, { unitCode: "131121", roles: ["clerk"] });
    const administrator = await aPerson(installation, { unitCode: "131102", roles: ["administrator"] });
    for (const ctx of [installation.ctxOf(administrator), installation.unfilteredCtxOf(administrator)]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(
          ctx,
          listPeopleInput.parse({ ...EVERYBODY, cursor, limit: 3 }),
        );
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect([seen.length, new Set(seen).size, seen.includes(neighbour.personId)]).toEqual([8, 8, false]);
    }
  });

  it("narrows to a unit of the area only", async () => {
    const narrowed = await listPeople(installation.ctxOf(city), { ...EVERYBODY, unitCode: "130102" });
    expect(new Set(narrowed.items.map((item) => item.unitCode.slice(0, 6)))).toEqual(new Set(["130102"]));
    expect((await refusalOf(listPeople(installation.ctxOf(city), { ...EVERYBODY, unitCode: "130200" }))).code).toBe(
      "notFound",
    );
  });

  it("is for administrators, and its cursor is one it gave out", async () => {
    const clerk = await aPerson(installation, { unitCode: "130102", roles: ["clerk"] });
    await expectRefused(listPeople(installation.ctxOf(clerk), EVERYBODY), "kernel.roleMayNot");
    const parsed = listPeopleInput.safeParse({ ...EVERYBODY, cursor: "'; drop table" });
    expect(parsed.success ? [] : mistakesOf(parsed.error).map((one) => [one.path, one.rule])).toEqual([
      ["cursor", "kernel.idInvalid"],
    ]);
  });
});

describe("who one is", () => {
  it("says the unit with its full name, the language and the day", async () => {
    expect(await me(installation.ctxOf(county))).toMatchObject({
      person: {
        id: county.personId,
        unitCode: "130102",
        unitFullName: "河北省石家庄市长安区",
        level: "county",
        path: "13.01.02",
        roles: ["administrator"],
      },
      locale: "en",
      clock: { now: "2008-07-01T04:00:00.000Z", today: "2008-07-01", isTraining: false },
    });
  });
});
