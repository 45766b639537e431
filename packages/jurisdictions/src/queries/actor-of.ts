import type { Database } from "@anji/database";
import { type Actor, idOf, levelOfPath, regionPath, ROLES } from "@anji/kernel";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { hashOfKey } from "../sign-in/accounts.ts";
import { account, person, serviceKey, session, unit } from "../tables.ts";

/** A person who acts through a session, and the end of the session unless it is prolonged. */
export type SessionActor = { readonly actor: Actor; readonly sessionId: string; readonly expiresAt: Date };

const foundRow = z.strictObject({
  personId: idOf("person"),
  name: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  regionPath: z.string().transform(regionPath),
  department: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  isService: z.boolean(),
  owesPassword: z.boolean(),
  sessionId: z.string().nullable(),
  expiresAtMs: z.number().nullable(),
});
/** One answer for each statement of the message; only the last one matters. */
const answers = z.tuple([z.unknown(), z.unknown(), z.array(foundRow).max(1)]);

/** The actor behind an account, or null when the person is unknown or deactivated. */
export async function actorOf(db: Database, authUserId: string): Promise<Actor | null> {
  const row = await rowOf(db, { userId: sql`${authUserId}`, isSession: sql`false` });
  return row === null ? null : actorIn(row);
}

/** The service of a key, or null when the key is unknown or revoked. */
export async function actorOfKey(db: Database, key: string): Promise<Actor | null> {
  const userId = sql`(select user_id from ${serviceKey} where key_hash = ${hashOfKey(key)} and is_enabled)`;
  const row = await rowOf(db, { userId, isSession: sql`false` });
  return row === null ? null : actorIn(row);
}

/** The person of a session, also when the session has expired: the server then ends it. */
export async function actorOfSession(db: Database, token: string): Promise<SessionActor | null> {
  const userId = sql`(select user_id from ${session} where token = ${token})`;
  const row = await rowOf(db, { userId, isSession: sql`${session.token} = ${token}` });
  if (row === null || row.sessionId === null || row.expiresAtMs === null) return null;
  return { actor: actorIn(row), sessionId: row.sessionId, expiresAt: new Date(row.expiresAtMs) };
}

/**
 * Finds a person in one message of three statements, which are one transaction to the database. Before the actor is
 * known there is no scope. The first statement lets the account see its own row, the second one the unit of that row.
 */
async function rowOf(db: Database, found: { userId: SQL; isSession: SQL }): Promise<z.output<typeof foundRow> | null> {
  const own = sql`${person.authUserId} = current_setting('app.auth_user') and ${person.isActive}`;
  const statements = [
    sql`select set_config('app.auth_user', coalesce(${found.userId}, ''), true)`,
    sql`select set_config('app.path', coalesce((select region_path from ${person} where ${own}), ''), true)`,
    sql`select ${person.id} as "personId", ${person.name}, ${person.unitCode} as "unitCode", ${unit.name} as "unitName",
        ${person.regionPath} as "regionPath", ${person.department}, ${person.roles}, ${person.isService} as "isService",
        exists (select from ${account} where user_id = ${person.authUserId} and is_temporary) as "owesPassword",
        ${session.id} as "sessionId", (extract(epoch from ${session.expiresAt}) * 1000)::float8 as "expiresAtMs"
      from ${person} join ${unit} on ${unit.code} = ${person.unitCode} left join ${session} on ${found.isSession}
      where ${own}`,
  ];
  // A message of several statements takes no parameters: the values are written into it, quoted.
  const answer: unknown = await db.execute(sql.join(statements, sql`; `).inlineParams());
  const [, , [row]] = answers.parse(answer);
  return row ?? null;
}

function actorIn(row: z.output<typeof foundRow>): Actor {
  return {
    personId: row.personId,
    name: row.name,
    unitCode: row.unitCode,
    unitName: row.unitName,
    level: levelOfPath(row.regionPath),
    path: row.regionPath,
    department: row.department,
    roles: row.roles,
    isService: row.isService,
    ...(row.owesPassword ? { owesPassword: true } : {}),
  };
}
