import type { Database } from "@anji/database";
import { actorOfKey, actorOfSession, endSession, prolongSession } from "@anji/jurisdictions/queries";
import type { ReadActor } from "./actors.ts";
import { SESSION_RENEW_SECONDS, SESSION_SECONDS } from "./auth.ts";
import type { Credential } from "./credential.ts";

/** The time after a prolonging in which a session is not prolonged again. */
const RENEW_MS = SESSION_RENEW_SECONDS * 1000;
const LIFE_MS = SESSION_SECONDS * 1000;

/** Reads the actor of a credential: one round trip, and once an hour another one that prolongs the session. */
export function actorReader(db: Database, now: () => number): (credential: Credential) => Promise<ReadActor | null> {
  return async (credential) => {
    if (credential.kind === "session") return readSession(db, { token: credential.secret, now: now() });
    const actor = await actorOfKey(db, credential.secret);
    return actor === null ? null : { actor, until: Number.POSITIVE_INFINITY };
  };
}

async function readSession(db: Database, asked: { token: string; now: number }): Promise<ReadActor | null> {
  const { token, now } = asked;
  const found = await actorOfSession(db, token);
  if (found === null) return null;
  const { actor, sessionId } = found;
  const expiresAt = found.expiresAt.getTime();
  if (expiresAt < now) {
    await endSession(db, token);
    return null;
  }
  const renewAt = expiresAt - LIFE_MS + RENEW_MS;
  if (renewAt > now) return { actor, until: renewAt };
  const isThere = await prolongSession(db, { id: sessionId, now: new Date(now), expiresAt: new Date(now + LIFE_MS) });
  return isThere ? { actor, until: now + RENEW_MS } : null;
}
