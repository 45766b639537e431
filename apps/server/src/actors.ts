import type { Actor } from "@anji/kernel";
import { LRUCache } from "lru-cache";
import type { Credential } from "./credential.ts";

const ACTORS_MAX = 10_000;
/** The greatest age of a kept actor: since it was read, or since all signals were last known to be heard. */
const KNOWN_FOR_MS = 2000;

/** The most readings of one request while people keep changing; the last one is not kept. */
const TRIES_MAX = 3;

/** The actor of a credential, and until when: a session ends, or must be prolonged. */
export type ReadActor = { readonly actor: Actor; readonly until: number };
/** The actor of one request, and whether no signal about people has arrived since then. */
export type FoundActor = { readonly actor: Actor | null; readonly until: number; isCurrent(): boolean };
export type Actors = {
  of(headers: Headers): Promise<FoundActor>;
  /** The kept actor of one person is read again. */
  forgetPerson(personId: string): void;
  /** All actors are read again: signals may have been lost. */
  forget(): void;
};

/**
 * Keeps the actor of a request until a signal says that the person changed. A kept actor is used only while the
 * connection for signals is known to work; otherwise it is read again after two seconds.
 */
export function createActors(options: {
  credentialOf(headers: Headers): Promise<Credential | null>;
  read(credential: Credential): Promise<ReadActor | null>;
  /** Every signal sent before this instant has been heard. */
  heardUntil(): number;
  now(): number;
}): Actors {
  const { credentialOf, read, heardUntil, now } = options;
  const known = new LRUCache<string, ReadActor & { readonly readAt: number }>({ max: ACTORS_MAX });
  let generation = 0;

  function remembered(key: string): ReadActor | null {
    const one = known.get(key);
    if (one === undefined) return null;
    const at = now();
    const age = at - Math.max(one.readAt, heardUntil());
    // A negative age: the machine's clock was set back, so the real age is unknown.
    return at < one.until && age >= 0 && age <= KNOWN_FOR_MS ? one : null;
  }

  async function readCurrent(credential: Credential, triesLeft: number): Promise<FoundActor> {
    const begun = generation;
    const readAt = now();
    const one = await read(credential);
    const isCurrent = () => begun === generation;
    // A signal during the reading may have come too late for it: an account closed in between would stay open.
    if (!isCurrent() && triesLeft > 0) return readCurrent(credential, triesLeft - 1);
    if (one !== null && isCurrent()) known.set(keyOf(credential), { ...one, readAt });
    return { actor: one?.actor ?? null, until: one?.until ?? Number.POSITIVE_INFINITY, isCurrent };
  }

  return {
    of: async (headers) => {
      const credential = await credentialOf(headers);
      if (credential === null) return NOBODY;
      const one = remembered(keyOf(credential));
      if (one === null) return readCurrent(credential, TRIES_MAX);
      const found = generation;
      return { actor: one.actor, until: one.until, isCurrent: () => found === generation };
    },
    forgetPerson: (personId) => {
      generation += 1;
      for (const [key, one] of known.entries()) if (one.actor.personId === personId) known.delete(key);
    },
    forget: () => {
      generation += 1;
      known.clear();
    },
  };
}

const NOBODY: FoundActor = { actor: null, until: Number.POSITIVE_INFINITY, isCurrent: () => true };

function keyOf(credential: Credential): string {
  return `${credential.kind} ${credential.secret}`;
}
