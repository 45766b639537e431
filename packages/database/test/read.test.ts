import { kernelRules, type Permission } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActorCtx, read } from "../src/index.ts";
import { perform } from "../src/perform.ts";
import { auditEntry } from "../src/tables.ts";
import { testInstallation, type TestInstallation } from "../src/testing.ts";

const permission = {
  key: "test.mark",
  levels: ["province", "city", "county"],
  roles: ["clerk"],
} as const satisfies Permission;
const province = anActor({ unitCode: "130000", roles: ["clerk"] });
const city = anActor({ unitCode: "130100", roles: ["clerk"] });
const county = anActor({ unitCode: "130102", roles: ["clerk"] });
const otherCity = anActor({ unitCode: "130200", roles: ["clerk"] });
const MARKED = [province, city, county, otherCity, anActor({ unitCode: "131100", roles: ["clerk"] })];

/** read_only_sql_transaction */
const READ_ONLY = "25006";

let installation: TestInstallation;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  installation = await testInstallation({ appUrl, rules: kernelRules, locale: "zh-CN", startsAt: "2008-09-01" });
  for (const actor of MARKED) {
    await perform(installation.ctxOf(actor), { permission, input: { commandId: crypto.randomUUID() } }, (act) =>
      act.done({
        subjectKind: "mark",
        subjectId: actor.path,
        regionPath: actor.path,
        campaignId: null,
        before: null,
        after: null,
        answer: null,
      }),
    );
  }
});
afterAll(() => installation.end());

function marks(ctx: ActorCtx): Promise<string[]> {
  return read(ctx, async (reader) => {
    const rows = await reader.tx
      .select()
      .from(auditEntry)
      .where(reader.scope(auditEntry.regionPath))
      .orderBy(asc(auditEntry.regionPath));
    return rows.map((row) => row.subjectId);
  });
}

describe("a read", () => {
  it.each([
    [province, ["13", "13.01", "13.01.02", "13.02", "13.11"]],
    [city, ["13.01", "13.01.02"]],
    [county, ["13.01.02"]],
    [otherCity, ["13.02"]],
    [anActor({ unitCode: "130103", roles: [] }), []],
  ])(
    "shows each level its own area, by the application's filter and without it: $unitCode",
    async (actor, expected) => {
      expect(await marks(installation.ctxOf(actor))).toEqual(expected);
      expect(await marks(installation.unfilteredCtxOf(actor))).toEqual(expected);
    },
  );

  it("cannot write", async () => {
    const writing = read(installation.ctxOf(city), (reader) =>
      reader.tx.execute(sql`create temporary table t (x int)`),
    );
    await expect(writing).rejects.toMatchObject({ cause: { code: READ_ONLY } });
    const inserting = read(installation.ctxOf(city), (reader) =>
      reader.tx.execute(sql`select nextval('database.audit_entry_id_seq')`),
    );
    await expect(inserting).rejects.toMatchObject({ cause: { code: READ_ONLY } });
  });

  it("sees one state from its first query to its last", async () => {
    const counted = await read(installation.ctxOf(otherCity), async (reader) => {
      const before = await reader.tx.$count(auditEntry);
      await perform(installation.ctxOf(otherCity), { permission, input: { commandId: crypto.randomUUID() } }, (act) =>
        act.done({
          subjectKind: "mark",
          subjectId: "late",
          regionPath: act.actor.path,
          campaignId: null,
          before: null,
          after: null,
          answer: null,
        }),
      );
      return [before, await reader.tx.$count(auditEntry)];
    });
    expect(counted).toEqual([1, 1]);
  });
});
