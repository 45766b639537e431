import type { Database } from "@anji/database";
import { accountOfKey, actorOf } from "@anji/jurisdictions/queries";
import type { Actor } from "@anji/kernel";
import { LRUCache } from "lru-cache";
import type { Auth } from "./auth.ts";

const ACTORS_MAX = 5000;
/** How long a changed role or an ended session may still be seen as before, should its signal be lost. */
const ACTOR_FRESH_MS = 2000;

/** Readings of one request while people keep being changed; the last one is not remembered. */
const TRIES_MAX = 3;

/** An actor as found, and whether nothing has been said about people since then. */
export type FoundActor = { readonly actor: Actor | null; isCurrent(): boolean };
export type Actors = { of(headers: Headers): Promise<FoundActor>; forget(): void };

/** Remembers who sends a request for a short time, and never what was read before the last `forget`. */
export function createActors(find: (headers: Headers) => Promise<Actor | null>): Actors {
  const known = new LRUCache<string, FoundActor>({ max: ACTORS_MAX, ttl: ACTOR_FRESH_MS });
  let generation = 0;

  async function findCurrent(headers: Headers, triesLeft: number): Promise<FoundActor> {
    const begun = generation;
    const actor = await find(headers);
    // What was said meanwhile may have come too late for this reading: an account closed in between would live on.
    if (begun !== generation && triesLeft > 0) return findCurrent(headers, triesLeft - 1);
    return { actor, isCurrent: () => begun === generation };
  }

  return {
    forget: () => {
      generation += 1;
      known.clear();
    },
    of: async (headers) => {
      const credential = credentialOf(headers);
      if (credential === null) return { actor: null, isCurrent: () => true };
      const remembered = known.get(credential);
      if (remembered !== undefined) return remembered;
      const found = await findCurrent(headers, TRIES_MAX);
      if (found.isCurrent()) known.set(credential, found);
      return found;
    },
  };
}

/** Finds who sends a request: a session cookie of a person, or the key of a service. */
export function actorFinder(options: { auth: Auth; db: Database }): (headers: Headers) => Promise<Actor | null> {
  const { auth, db } = options;
  return async (headers) => {
    const key = headers.get("x-api-key");
    const userId = key === null ? await userOfSession(auth, headers) : await accountOfKey(db, key);
    return userId === null ? null : actorOf(db, userId);
  };
}

function credentialOf(headers: Headers): string | null {
  const key = headers.get("x-api-key");
  return key === null ? headers.get("cookie") : `key ${key}`;
}

async function userOfSession(auth: Auth, headers: Headers): Promise<string | null> {
  const session = await auth.api.getSession({ headers });
  return session?.user.id ?? null;
}
