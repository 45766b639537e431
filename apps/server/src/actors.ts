import type { Database } from "@anji/database";
import { accountOfKey, actorOf } from "@anji/jurisdictions/queries";
import type { Actor } from "@anji/kernel";
import { LRUCache } from "lru-cache";
import type { Auth } from "./auth.ts";

const ACTORS_MAX = 5000;
/** How long a changed role or an ended session may still be seen as before. */
const ACTOR_FRESH_MS = 2000;

export type Actors = { of(headers: Headers): Promise<Actor | null>; forget(): void };

/** Finds who sends a request: a session cookie of a person, or the key of a service. */
export function createActors(options: { auth: Auth; db: Database }): Actors {
  const known = new LRUCache<string, { actor: Actor | null }>({ max: ACTORS_MAX, ttl: ACTOR_FRESH_MS });
  return {
    forget: () => known.clear(),
    of: async (headers) => {
      const key = headers.get("x-api-key");
      const cookie = headers.get("cookie");
      const credential = key === null ? cookie : `key ${key}`;
      if (credential === null) return null;
      const cached = known.get(credential);
      if (cached !== undefined) return cached.actor;
      const userId = key === null ? await userOfSession(options.auth, headers) : await accountOfKey(options.db, key);
      const actor = userId === null ? null : await actorOf(options.db, userId);
      known.set(credential, { actor });
      return actor;
    },
  };
}

async function userOfSession(auth: Auth, headers: Headers): Promise<string | null> {
  const session = await auth.api.getSession({ headers });
  return session?.user.id ?? null;
}
