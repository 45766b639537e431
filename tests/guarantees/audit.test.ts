import { randomUUID } from "node:crypto";
import { appRouter, ruleBook } from "@anji/api";
import { auditOf, testInstallation } from "@anji/database/testing";
import { expectRefused } from "@anji/kernel/testing";
import { testDatabase } from "@anji/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type AuditRow, type Recorder, recorder } from "./audit/recorded-acts.ts";
import { playEveryAct } from "./audit/story.ts";
import { procedureInputs } from "./inputs/procedures.ts";
import { known, openScopeWorld, type ScopeWorld } from "./scope/world.ts";

/** Changes outside the story: one leaves no audit row, the other needs an installation without people. */
const ELSEWHERE = ["jobs.heartbeat", "jurisdictions.install.createFirstAdministrators"];
const INSUFFICIENT_PRIVILEGE = "42501";

let world: ScopeWorld;
let played: Recorder;
let rows: Map<string, AuditRow[]>;

beforeAll(async () => {
  world = await openScopeWorld();
  played = recorder(world.installation, known(world.actors, "observer"));
  await playEveryAct(world, played);
  rows = Map.groupBy(await played.auditRows(), (row) => row.commandId);
});
afterAll(() => world.installation.end());

describe("of every act of the product", () => {
  it("one was done", () => {
    const changes = procedureInputs()
      .filter((one) => one.type === "mutation")
      .map((one) => one.path);
    expect([...new Set(played.acts.map((act) => act.path)), ...ELSEWHERE].toSorted()).toEqual(changes);
  });

  it("exactly one audit row tells, by the one who did it", () => {
    const told = played.acts.map(({ path, input, actor }) => ({
      path,
      rows: rows.get(input.commandId)?.map((row) => row.personId === actor.personId),
    }));
    expect(told).toEqual(played.acts.map(({ path }) => ({ path, rows: [true] })));
  });

  it("the audit row stands in the transaction that stored its answer", () => {
    for (const { input } of played.acts) {
      const [row] = rows.get(input.commandId) ?? [];
      expect(row?.transactionId).toBe(row?.storedIn);
    }
  });

  it("a second send answers the same and leaves nothing more", () => {
    for (const { path, answer, repeated } of played.acts) {
      // The key of a service is shown once.
      const shown = path === "jurisdictions.people.issueServiceKey" ? { ...Object(answer), key: null } : answer;
      expect(repeated).toEqual(shown);
    }
  });
});

describe("of a refused attempt", () => {
  it("no audit row is left", () => {
    expect(played.refused.length).toBeGreaterThan(80);
    expect(played.refused.filter((attempt) => rows.has(attempt.commandId))).toEqual([]);
  });

  it("by someone who may only read, the reason is his role", () => {
    const others = played.refused.filter(
      (one) => one.why === "a reader asked" && one.rule !== "kernel.roleMayNot" && one.rule !== "kernel.levelMayNot",
    );
    expect(others).toEqual([]);
  });

  it("at a version that is not the row's, the answer is the row as it stands", () => {
    const stale = played.refused.filter((one) => one.why === "a version nobody has seen");
    expect(new Set(stale.map((one) => one.path)).size).toBeGreaterThan(25);
    for (const { path, code, rule, current } of stale) {
      expect({ path, code, rule, current }).toEqual({
        path,
        code: "stale",
        rule: "kernel.stale",
        current: expect.objectContaining({ id: expect.any(String), version: expect.any(Number) }),
      });
    }
  });
});

test("a command sent with another input is refused and leaves nothing more", async () => {
  for (const { actor, input } of played.acts.filter((act) => act.path.startsWith("findings.re"))) {
    const caller = appRouter.createCaller(world.installation.ctxOf(actor));
    const other = caller.campaign.waivers.request({
      commandId: input.commandId,
      campaignId: world.campaignId,
      rule: "inspection.cityFloor",
      unitCode: actor.unitCode,
      kind: "delay",
      reason: "另一项内容，与已经提交的内容不同，因此不予办理",
      expiresOn: "2009-03-01",
    });
    await expectRefused(other, "kernel.commandReused");
    expect(await auditOf(world.installation, { provincePath: "13", commandId: input.commandId })).toHaveLength(1);
  }
});

test("the first visit of an installation stands in its audit trail once", async () => {
  const { appUrl } = await testDatabase();
  const empty = await testInstallation({ appUrl, rules: ruleBook, locale: "zh-CN", startsAt: "2008-07-01" });
  const administrators = [{ name: "何志远", username: "first.one", password: "secret-2008-pass" }];
  const input = { commandId: randomUUID(), provinceCode: "130000", administrators };
  const { install } = appRouter.createCaller(empty.ctx).jurisdictions;
  const answer = await install.createFirstAdministrators(input);
  expect(await install.createFirstAdministrators(input)).toEqual(answer);
  const again = { ...input, commandId: randomUUID() };
  await expectRefused(install.createFirstAdministrators(again), "jurisdictions.alreadyInstalled");
  const left = await Promise.all(
    [input, again].map(({ commandId }) => auditOf(empty, { provincePath: "13", commandId })),
  );
  expect(left.map((entries) => entries.length)).toEqual([1, 0]);
  expect(
    left
      .flat()
      .map(({ before, after }) => JSON.stringify({ before, after }))
      .join(),
  ).not.toContain("secret-2008-pass");
  await empty.end();
});

test("no password and no key stands in the audit trail", async () => {
  const everything = await world.installation.under(known(world.actors, "130000"), (tx) =>
    tx.execute(sql`select before, after from database.audit_entry`),
  );
  expect(everything.length).toBeGreaterThan(played.acts.length);
  expect(JSON.stringify(everything)).not.toMatch(/secret-2008-pass|anji_[\w-]{20}|keyHash|key_hash/);
});

describe("the server's own role", () => {
  it.each([
    "update database.audit_entry set verb = 'x'",
    "update database.audit_entry set after = null where id = 1",
    "delete from database.audit_entry",
    "truncate database.audit_entry",
    "truncate database.audit_entry cascade",
    "alter table database.audit_entry disable row level security",
    "alter table database.audit_entry no force row level security",
    "drop policy scope on database.audit_entry",
    "drop table database.audit_entry",
    "create rule silent as on insert to database.audit_entry do instead nothing",
    "create trigger silent before insert on database.audit_entry for each row execute function suppress_redundant_updates_trigger()",
    "set role anji_owner",
    "update database.command set answer = 'null'",
    "delete from database.command",
  ])("cannot %s", async (statement) => {
    const { under } = world.installation;
    const error = await under(known(world.actors, "130000"), (tx) => tx.execute(sql.raw(statement))).catch(
      (cause: unknown) => cause,
    );
    expect(sqlStateOf(error)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it("has the right to read and to add, and cannot give itself another", async () => {
    const right = (name: string) => sql.raw(`has_table_privilege('database.audit_entry', '${name}')`);
    const rights = await world.installation.under(known(world.actors, "130000"), async (tx) => {
      await tx.execute(sql.raw("grant all on database.audit_entry to current_user"));
      return tx.execute(
        sql`select ${right("select")} as read, ${right("insert")} as add, ${right("update")} or ${right("delete")} or ${right("truncate")} or ${right("trigger")} as more`,
      );
    });
    expect([...rights]).toEqual([{ read: true, add: true, more: false }]);
  });

  it("cannot write a row of an area that is not the actor's", async () => {
    const { under } = world.installation;
    const county = known(world.actors, "130681");
    const insert = (
      path: string,
    ) => sql`insert into database.audit_entry (acted_at, person_id, person_name, unit_code, verb, subject_kind, subject_id, region_path, command_id, request_id)
      values (now(), ${county.personId}, '某', '130681', 'x', 'x', 'x', ${path}, ${randomUUID()}, 'x')`;
    const foreign = await under(county, (tx) => tx.execute(insert("13.07.21"))).catch((cause: unknown) => cause);
    expect(sqlStateOf(foreign)).toBe(INSUFFICIENT_PRIVILEGE);
  });
});

function sqlStateOf(error: unknown): unknown {
  if (!(error instanceof Error)) return null;
  return "code" in error ? error.code : sqlStateOf(error.cause);
}
