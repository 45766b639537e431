import { testDatabase } from "@anji/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tablePolicies } from "@anji/api";

/** The queue's own tables and the list of applied migrations: they hold no business fact. */
const SCHEMAS_WITHOUT_POLICIES = ["pgboss", "migrations"];
/** Rows that are read from below, and never written from there. */
const PUBLISHED = [
  "campaign.campaign",
  "campaign.kind_fund",
  "campaign.phase_event",
  "campaign.roster",
  "campaign.waiver",
  "campaign.waiver_event",
  "organisation.implementing_plan",
  "organisation.implementing_plan_decision",
  "organisation.leading_group",
  "organisation.leading_group_member",
  "jurisdictions.unit",
];
/** A city's counter, which a county's new finding increases. */
const COUNTED_FROM_BELOW = ["findings.number_series"];

const PATHS = ["13", "13.01", "13.01.02", "13.01.03", "13.02", "13.02.02", "14"];
const AREAS: Readonly<Record<string, { inside: string[]; above: string[] }>> = {
  "13": { inside: ["13", "13.01", "13.01.02", "13.01.03", "13.02", "13.02.02"], above: [] },
  "13.01": { inside: ["13.01", "13.01.02", "13.01.03"], above: ["13"] },
  "13.01.02": { inside: ["13.01.02"], above: ["13", "13.01"] },
};
const regional = tablePolicies.filter((table) => table.hasRegion);
const TABLES_WITHOUT_REGION = tablePolicies.filter((table) => !table.hasRegion).map((table) => table.name);
const names = regional.map((table) => `${table.schema}.${table.name}`);

let owner: postgres.Sql;
let app: postgres.Sql;

beforeAll(async () => {
  const { ownerUrl, appUrl } = await testDatabase();
  owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  app = postgres(appUrl, { max: 4, onnotice: () => undefined });
  for (const table of names) await fill(table);
});
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Puts one row of every area into a table, without the table's other conditions. */
async function fill(table: string): Promise<void> {
  await owner.unsafe(`do $$ declare one record; begin
    for one in select conname from pg_constraint where conrelid = '${table}'::regclass and contype in ('p', 'u', 'f', 'c', 'x') loop
      execute format('alter table ${table} drop constraint if exists %I cascade', one.conname);
    end loop;
    for one in select attname from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and attnotnull and attidentity = '' loop
      execute format('alter table ${table} alter column %I drop not null', one.attname);
    end loop;
  end $$`);
  await owner.unsafe(`alter table ${table} disable trigger user`);
  await owner.unsafe(`alter table ${table} no force row level security`);
  for (const path of PATHS) await owner.unsafe(`insert into ${table} (region_path) values ('${path}')`);
  await owner.unsafe(`alter table ${table} force row level security`);
}

/** Runs statements as the server's role under an area, and rolls them back. */
async function under<Answer>(path: string, body: (sql: postgres.TransactionSql) => Promise<Answer>): Promise<Answer> {
  let answer: Promise<Answer> | null = null;
  await app
    .begin(async (sql) => {
      await sql`select set_config('app.path', ${path}, true)`;
      answer = body(sql);
      await answer;
      throw new Error("taken back");
    })
    .catch(() => undefined);
  if (answer === null) throw new Error("the transaction did not begin");
  return answer;
}

function pathsIn(rows: readonly { region_path?: string }[]): string[] {
  return rows.map((row) => row.region_path ?? "").toSorted();
}

function read(path: string, table: string): Promise<string[]> {
  return under(path, async (sql) => pathsIn(await sql.unsafe(`select region_path from ${table}`)));
}

/** The areas of the rows a statement changes, or "no right" when the role may not make it at all. */
function changed(path: string, statement: string): Promise<string[] | string> {
  return under(path, async (sql) => pathsIn(await sql.unsafe(`${statement} returning region_path`))).catch(
    (error: unknown) =>
      error instanceof postgres.PostgresError && error.code === "42501" ? "no right" : Promise.reject(error),
  );
}

function mayChange(table: string, right: string): boolean {
  return regional[names.indexOf(table)]?.grants.includes(right) ?? false;
}

describe("every table of the product", () => {
  it("has row-level security on and forced, its owner included", async () => {
    const tables = await owner<{ name: string; isOn: boolean }[]>`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isOn"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> all (${SCHEMAS_WITHOUT_POLICIES})`;
    expect(tables.filter((table) => !table.isOn)).toEqual([]);
    expect(tables.map((table) => table.name).toSorted()).toEqual(
      tablePolicies.map((table) => `${table.schema}.${table.name}`).toSorted(),
    );
    expect(tables.length).toBeGreaterThan(25);
  });

  it("is no view, which would read with its owner's eyes", async () => {
    const views = await owner`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> all (${SCHEMAS_WITHOUT_POLICIES})`;
    expect(views).toHaveLength(0);
  });

  it("names its region, but for a short list", () => {
    expect(TABLES_WITHOUT_REGION.toSorted()).toEqual(
      ["account", "clock_setting", "command", "guess", "service_key", "session", "user", "verification"].toSorted(),
    );
  });
});

describe("the server's role", () => {
  it("owns nothing, bypasses nothing and creates nothing", async () => {
    const [role] = await app`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await app`select relname from pg_class where relowner = current_user::regrole`;
    expect(owned).toHaveLength(0);
    await expect(app`create table public.own (x int)`).rejects.toThrow("permission denied");
    await expect(app`alter table database.audit_entry disable row level security`).rejects.toThrow("must be owner");
    const switchedOff = under("13", (sql) =>
      sql`set local row_security = off`.then(() => sql`select * from database.audit_entry`),
    );
    await expect(switchedOff).rejects.toThrow("row-level security");
  });

  it("may truncate no table, and may neither change nor delete in those that only grow", async () => {
    const rights = await owner<{ name: string; truncates: boolean; changes: boolean }[]>`
      select n.nspname || '.' || c.relname as name,
        has_table_privilege('anji_app', c.oid, 'truncate') as truncates,
        has_table_privilege('anji_app', c.oid, 'update') or has_table_privilege('anji_app', c.oid, 'delete') as changes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> all (${SCHEMAS_WITHOUT_POLICIES})`;
    expect(rights.filter((table) => table.truncates)).toEqual([]);
    const growing = rights.filter((table) => !table.changes).map((table) => table.name);
    expect(growing).toEqual(
      expect.arrayContaining([
        "database.audit_entry",
        "database.command",
        "campaign.phase_event",
        "findings.finding_event",
        "findings.settlement",
        "inspection.spot_check_event",
      ]),
    );
    for (const statement of [
      "update database.audit_entry set verb = 'x'",
      "delete from database.audit_entry",
      "truncate database.audit_entry",
    ]) {
      await expect(under("13", (sql) => sql.unsafe(statement))).rejects.toThrow("permission denied");
    }
  });
});

describe.each(names)("rows of %s", (table) => {
  const above = PUBLISHED.includes(table) || COUNTED_FROM_BELOW.includes(table);

  it("are seen from their own area and from above it, and from nowhere else", async () => {
    for (const [path, area] of Object.entries(AREAS)) {
      expect([path, await read(path, table)]).toEqual([
        path,
        [...area.inside, ...(above ? area.above : [])].toSorted(),
      ]);
    }
  });

  it("are seen by nobody without a scope", async () => {
    expect(await app.unsafe(`select region_path from ${table}`)).toHaveLength(0);
    expect(await read("", table)).toEqual([]);
  });

  it("are changed and deleted in one's own area only", async () => {
    for (const [path, area] of Object.entries(AREAS)) {
      const reach = COUNTED_FROM_BELOW.includes(table) ? [...area.inside, ...area.above].toSorted() : area.inside;
      const update = await changed(path, `update ${table} set region_path = region_path`);
      expect([path, update]).toEqual([path, mayChange(table, "update") ? reach : "no right"]);
      const deletion = await changed(path, `delete from ${table}`);
      expect([path, deletion]).toEqual([path, mayChange(table, "delete") ? area.inside : "no right"]);
    }
  });

  it("are added to one's own area only", async () => {
    for (const [path, area] of Object.entries(AREAS)) {
      const reach = COUNTED_FROM_BELOW.includes(table) ? [...area.inside, ...area.above] : area.inside;
      for (const at of PATHS) {
        // The tree cannot hold two rows of one region; this test is about which rows the policy allows.
        const insert = await changed(
          path,
          `insert into ${table} (region_path) values ('${at}') on conflict do nothing`,
        );
        expect([path, at, insert === "no right"]).toEqual([path, at, !reach.includes(at)]);
      }
    }
  });
});

describe("a person's own row", () => {
  it("is what an account sees before its area is known", async () => {
    await owner`alter table jurisdictions.person no force row level security`;
    await owner`update jurisdictions.person set auth_user_id = 'account-of-' || region_path`;
    await owner`alter table jurisdictions.person force row level security`;
    const seen = await app.begin(async (sql) => {
      await sql`select set_config('app.auth_user', 'account-of-13.02', true)`;
      const rows = await sql<{ region_path: string }[]>`select region_path from jurisdictions.person`;
      const changedRows = await sql`update jurisdictions.person set name = 'x' returning id`;
      return [pathsIn(rows), changedRows.length];
    });
    expect(seen).toEqual([["13.02"], 0]);
  });
});
