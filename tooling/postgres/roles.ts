import postgres from "postgres";

export const appRole = "anji_app";
export const ownerRole = "anji_owner";
export const databaseName = "anji";
const oldestSupported = 150_000;
const wrongPassword = "28P01";
const needsAppUrl =
  `The role of DATABASE_URL may not make the role ${appRole}. Give it CREATEROLE, or make a LOGIN NOSUPERUSER ` +
  "NOBYPASSRLS role that owns nothing and set DATABASE_APP_URL.";
const passwordUnknown =
  `The role ${appRole} is on this PostgreSQL already, with a password this data directory does not know: another ` +
  "installation may be using it, and its password is not changed. Start with that installation's data directory, or set " +
  "DATABASE_APP_URL to a role of your own.";

type Passwords = { readonly owner: string; readonly app: string };

/** The owner runs migrations and is no superuser; the app role owns nothing and cannot pass row-level security. */
export async function makeRoles(options: {
  adminUrl: string;
  passwords: Passwords;
  ownerMayCreateDatabases: boolean;
}): Promise<void> {
  await withConnection(options.adminUrl, async (sql) => {
    const createDatabases = options.ownerMayCreateDatabases ? "createdb" : "nocreatedb";
    await setRole(sql, {
      role: ownerRole,
      password: options.passwords.owner,
      rights: `nosuperuser nobypassrls nocreaterole ${createDatabases}`,
    });
    await setRole(sql, { role: appRole, password: options.passwords.app, rights: restrictedRights });
    const [existing] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!existing) await sql.unsafe(`create database ${databaseName} owner ${ownerRole}`);
    await sql.unsafe(`revoke all on database ${databaseName} from public`);
    await sql.unsafe(`grant connect on database ${databaseName} to ${appRole}`);
  });
}

/** Deletes everything in the database; `makeRoles` makes it again. */
export async function dropDatabase(adminUrl: string): Promise<void> {
  await withConnection(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${databaseName} with (force)`);
  });
}

/**
 * On another PostgreSQL we make only the app role; the owner connection must be allowed to. A role that is there keeps
 * its password: another installation may be running with it.
 */
export async function makeAppRole(options: { ownerUrl: string; appUrl: string; password: string }): Promise<void> {
  await onForeign("DATABASE_URL", options.ownerUrl, async (sql) => {
    const [role] = await sql<{ isThere: boolean; mayMake: boolean }[]>`
      select exists (select 1 from pg_roles where rolname = ${appRole}) as "isThere",
             rolsuper or rolcreaterole as "mayMake"
      from pg_roles where rolname = current_user`;
    if (role?.isThere !== true) {
      if (role?.mayMake !== true) throw new Error(needsAppUrl);
      await setRole(sql, { role: appRole, password: options.password, rights: "" });
    }
    await sql.unsafe(`grant connect on database ${quoted(new URL(options.ownerUrl).pathname.slice(1))} to ${appRole}`);
    if (!(await opens(options.appUrl))) throw new Error(passwordUnknown);
  });
}

/** Refuses a server that is too old, and an app role that row-level security does not bind. */
export async function checkServer(options: { ownerUrl: string; appUrl: string }): Promise<void> {
  await onForeign("DATABASE_URL", options.ownerUrl, async (sql) => {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (!row || row.version < oldestSupported)
      throw new Error("DATABASE_URL names a PostgreSQL older than 15; Anji needs 15 or newer.");
  });
  await onForeign("DATABASE_APP_URL", options.appUrl, async (sql) => {
    const [role] = await sql<{ bypasses: boolean; owns: boolean }[]>`
      select rolsuper or rolbypassrls as bypasses,
             exists (select 1 from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`;
    if (!role || role.bypasses)
      throw new Error("The app role is a superuser or may bypass row-level security; the server refuses to run as it.");
    if (role.owns) throw new Error("The app role owns tables; the server must run as a role that owns nothing.");
  });
}

const restrictedRights = "nosuperuser nobypassrls nocreatedb nocreaterole noreplication";

async function setRole(sql: postgres.Sql, options: { role: string; password: string; rights: string }): Promise<void> {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${options.role}`;
  const act = existing ? "alter" : "create";
  // The password is base64url, so it needs no escaping; roles cannot be set with a parameter.
  await sql.unsafe(`${act} role ${options.role} login ${options.rights} password '${options.password}'`);
}

function quoted(name: string): string {
  return `"${decodeURIComponent(name).replaceAll('"', '""')}"`;
}

/** The message of driver or server names neither the variable nor what to check. */
async function onForeign(variable: string, url: string, act: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  try {
    await withConnection(url, act);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    const { host, pathname, username } = new URL(url);
    throw new Error(
      `The PostgreSQL of ${variable} (${host}${pathname} as ${decodeURIComponent(username)}) cannot be used: ` +
        `${error instanceof Error ? error.message : ""}. Check address, database, user and password.`,
      { cause: error },
    );
  }
}

/** The code a failed connection or statement carries; our own messages have none. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

async function opens(url: string): Promise<boolean> {
  return withConnection(url, async (sql) => void (await sql`select 1`)).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === wrongPassword) return false;
      throw error;
    },
  );
}

async function withConnection(url: string, act: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 15, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}
