import type { Actor, Locale, RuleBook } from "@anji/kernel";
import type { Database } from "./connection.ts";
import type { FileStore } from "./file-store.ts";
import type { Signals } from "./signals.ts";

/** The clock of the installation. A training installation may be at another day. */
export type Clock = { now(): Date };

/** What a request has before its actor is known. */
export type Ctx = {
  readonly db: Database;
  readonly actor: Actor | null;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly signals: Signals;
  readonly locale: Locale;
  readonly requestId: string;
  readonly rules: RuleBook;
  /** Off only in the test that proves row-level security alone: the application's own scope filter. */
  readonly filtersByScope: boolean;
  /** The person whose page sent the request, as the page says; absent where no page did. */
  readonly pagePerson?: string | undefined;
  /** False when a signal about people has arrived since the actor was found; absent outside a server. */
  readonly isActorCurrent?: (() => boolean) | undefined;
  /** Until when the credential of the request holds, in ms since 1970; absent where it has no end. */
  readonly actorUntil?: number | undefined;
};

/** A request of a signed-in actor. */
export type ActorCtx = Ctx & { readonly actor: Actor };
