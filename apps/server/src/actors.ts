import type { Actor } from "@anji/kernel";
import { LRUCache } from "lru-cache";
import type { Credential } from "./credential.ts";

const ACTORS_MAX = 10_000;
/** How old the knowledge of an actor may be: since it was read, or since all signals were last known to be heard. */
const KNOWN_FOR_MS = 2000;

/** Readings of one request while people keep being changed; the last one is not remembered. */
const TRIES_MAX = 3;

/** Whom a credential shows, and until when: a session ends, or is to be prolonged. */
export type ReadActor = { readonly actor: Actor; readonly until: number };
/** An actor as found for one request, and whether nothing has been said about people since then. */
export type FoundActor = { readonly actor: Actor | null; isCurrent(): boolean };
export type Actors = {
  of(headers: Headers): Promise<FoundActor>;
  /** What was remembered of one person is read again. */
  forgetPerson(personId: string): void;
  /** Everybody is read again: signals may have been lost. */
  forget(): void;
};

/**
 * Remembers who sends a request until a signal says that the person changed. What is remembered is used only while the
 * line of signals is known to be up; without it an actor is read again after two seconds.
 */
export function createActors(options: {
  credentialOf(headers: Headers): Promise<Credential | null>;
  read(credential: Credential): Promise<ReadActor | null>;
  /** Every signal said before this instant has been heard. */
  heardUntil(): number;
  now(): number;
}): Actors {
  const { credentialOf, read, heardUntil, now } = options;
  const known = new LRUCache<string, ReadActor & { readonly readAt: number }>({ max: ACTORS_MAX });
  let generation = 0;

  function remembered(key: string): Actor | null {
    const one = known.get(key);
    if (one === undefined) return null;
    const at = now();
    const age = at - Math.max(one.readAt, heardUntil());
    // A negative age: the machine's clock was set back, and nothing is known of the time between.
    return at < one.until && age >= 0 && age <= KNOWN_FOR_MS ? one.actor : null;
  }

  async function readCurrent(credential: Credential, triesLeft: number): Promise<FoundActor> {
    const begun = generation;
    const readAt = now();
    const one = await read(credential);
    const isCurrent = () => begun === generation;
    // What was said meanwhile may have come too late for this reading: an account closed in between would live on.
    if (!isCurrent() && triesLeft > 0) return readCurrent(credential, triesLeft - 1);
    if (one !== null && isCurrent()) known.set(keyOf(credential), { ...one, readAt });
    return { actor: one?.actor ?? null, isCurrent };
  }

  return {
    of: async (headers) => {
      const credential = await credentialOf(headers);
      if (credential === null) return { actor: null, isCurrent: () => true };
      const actor = remembered(keyOf(credential));
      if (actor === null) return readCurrent(credential, TRIES_MAX);
      const found = generation;
      return { actor, isCurrent: () => found === generation };
    },
    forgetPerson: (personId) => {
      generation += 1;
      const keys = [...known.entries()].filter(([, one]) => one.actor.personId === personId).map(([key]) => key);
      for (const key of keys) known.delete(key);
    },
    forget: () => {
      generation += 1;
      known.clear();
    },
  };
}

function keyOf(credential: Credential): string {
  return `${credential.kind} ${credential.secret}`;
}
