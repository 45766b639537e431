import { testInstallation, type TestInstallation } from "@anji/database/testing";
import { kernelRules, mistakesOf, newId, regionPath } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { count } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstAdministratorsInput, jurisdictionsRules } from "../src/index.ts";
import { actorOf, installState } from "../src/queries/index.ts";
import { account, person, unit, user } from "../src/tables.ts";
import { createFirstAdministrators } from "../src/verbs/index.ts";

let installation: TestInstallation;

beforeEach(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({
    appUrl,
    rules: { ...kernelRules, ...jurisdictionsRules },
    locale: "zh-CN",
    startsAt: "2008-07-01",
  });
});
afterEach(() => installation.end());

const province = { path: regionPath("13"), personId: newId<"person">(new Date()) };

function administrator(username: string) {
  return { name: "宋某", username, password: "anji-2008-first" };
}

function inputOf(...usernames: string[]) {
  return { commandId: crypto.randomUUID(), provinceCode: "130000", administrators: usernames.map(administrator) };
}

describe("the first visit", () => {
  it("loads 184 units and makes the administrators, once", async () => {
    expect(await installState(installation.ctx)).toEqual({ isEmpty: true });
    const input = inputOf("song", "fu");
    expect(await createFirstAdministrators(installation.ctx, input)).toEqual({ usernames: ["song", "fu"] });
    expect(await installState(installation.ctx)).toEqual({ isEmpty: false });
    const levels = await installation.under(province, (tx) =>
      tx.select({ level: unit.level, units: count() }).from(unit).groupBy(unit.level),
    );
    expect(Object.fromEntries(levels.map((one) => [one.level, one.units]))).toEqual({
      province: 1,
      city: 11,
      county: 172,
    });
    const people = await installation.under(province, (tx) => tx.select().from(person));
    expect(people.map(({ username, unitCode, roles }) => [username, unitCode, roles])).toEqual([
      ["song", "130000", ["administrator"]],
      ["fu", "130000", ["administrator"]],
    ]);
    const refused = await refusalOf(createFirstAdministrators(installation.ctx, inputOf("late")));
    expect([refused.code, refused.rule]).toEqual(["conflict", "jurisdictions.alreadyInstalled"]);
  });

  it("sent again with its own command gives its answer again", async () => {
    const input = inputOf("song");
    const first = await createFirstAdministrators(installation.ctx, input);
    expect(await createFirstAdministrators(installation.ctx, input)).toEqual(first);
    expect(
      (
        await refusalOf(
          createFirstAdministrators(installation.ctx, { ...input, administrators: [administrator("fu")] }),
        )
      ).rule,
    ).toBe("kernel.commandReused");
  });

  it("attempted eight times at once succeeds once", async () => {
    const attempts = Array.from({ length: 8 }, (_, index) =>
      createFirstAdministrators(installation.ctx, inputOf(`admin${index}`)),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [people] = await installation.under(province, (tx) => tx.select({ rows: count() }).from(person));
    const [accounts] = await installation.connection.db.select({ rows: count() }).from(user);
    expect([people?.rows, accounts?.rows]).toEqual([1, 1]);
  });

  it("leaves nothing when one name stands twice", async () => {
    const refused = await refusalOf(createFirstAdministrators(installation.ctx, inputOf("song", "song")));
    expect([refused.rule, refused.fields]).toEqual([
      "jurisdictions.usernameTaken",
      [{ path: "username", rule: "jurisdictions.usernameTaken", params: {} }],
    ]);
    expect(await installState(installation.ctx)).toEqual({ isEmpty: true });
  });

  it.each(["630000", "000000", "130102", "130000-01"])(
    "is refused for %s, whose tree the product does not bring",
    async (provinceCode) => {
      const refused = await refusalOf(
        createFirstAdministrators(installation.ctx, { ...inputOf("song"), provinceCode }),
      );
      expect([refused.code, refused.rule, refused.fields[0]?.path]).toEqual([
        "invalid",
        "jurisdictions.provinceUnknown",
        "provinceCode",
      ]);
      expect(await installState(installation.ctx)).toEqual({ isEmpty: true });
    },
  );

  it("keeps passwords as hashes only, and out of the audit trail", async () => {
    await createFirstAdministrators(installation.ctx, inputOf("song"));
    const accounts = await installation.connection.db.select().from(account);
    expect(accounts.map((one) => one.password?.includes("anji-2008"))).toEqual([false]);
    const trail = await installation.under(province, (tx) =>
      tx.execute(
        "select to_jsonb(a)::text || to_jsonb(c)::text as text from database.audit_entry a, database.command c",
      ),
    );
    expect(JSON.stringify(trail)).not.toContain("anji-2008");
  });

  it("makes people who can be found by their account", async () => {
    await createFirstAdministrators(installation.ctx, inputOf("song"));
    const [found] = await installation.connection.db.select().from(user);
    expect(await actorOf(installation.connection.db, found?.id ?? "")).toMatchObject({
      unitCode: "130000",
      unitName: "河北省",
      level: "province",
      path: "13",
      roles: ["administrator"],
    });
    expect(await actorOf(installation.connection.db, "nobody")).toBeNull();
  });
});

describe("the form of the first visit", () => {
  it.each([
    ["username", "Song", "jurisdictions.usernameForm"],
    ["username", "ab", "jurisdictions.usernameForm"],
    ["password", "onlyletters", "jurisdictions.passwordForm"],
    ["password", "short1", "jurisdictions.passwordForm"],
    ["password", "1234567890", "jurisdictions.passwordForm"],
  ])("refuses the %s %s", (field, value, rule) => {
    const parsed = firstAdministratorsInput.safeParse({
      ...inputOf(),
      administrators: [{ ...administrator("song"), [field]: value }],
    });
    expect(parsed.success ? [] : mistakesOf(parsed.error)).toEqual([
      { path: `administrators.0.${field}`, rule, params: {} },
    ]);
  });

  it("refuses a user name that stands twice, at the second", () => {
    const parsed = firstAdministratorsInput.safeParse(inputOf("song", "zhao", "song"));
    expect(parsed.success ? [] : mistakesOf(parsed.error)).toEqual([
      { path: "administrators.2.username", rule: "jurisdictions.usernameTaken", params: {} },
    ]);
  });

  it("takes one to three administrators", () => {
    const counts = [0, 1, 3, 4].map(
      (number) =>
        firstAdministratorsInput.safeParse(inputOf(...["one", "two", "three", "four"].slice(0, number))).success,
    );
    expect(counts).toEqual([false, true, true, false]);
  });
});
