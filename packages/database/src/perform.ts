import {
  type Actor,
  dayOf,
  type Day,
  type Permission,
  refuse,
  refuseIf,
  type RegionPath,
  whyNotAllowed,
} from "@anji/kernel";
import { and, type AnyColumn, eq, type SQL, sql } from "drizzle-orm";
import { canonicalHash, toJson } from "./canonical.ts";
import type { Tx } from "./connection.ts";
import type { ActorCtx } from "./context.ts";
import type { FileStore } from "./file-store.ts";
import { publishedTo, scopeOf, setScope } from "./scope.ts";
import { auditEntry, command, outbox } from "./tables.ts";

declare const audited: unique symbol;
/** Proof that the audit row is written: only `act.done` makes one, so a verb without it does not compile. */
export type Done<Answer> = { readonly answer: Answer; readonly [audited]: true };

export type AuditedChange = {
  subjectKind: string;
  subjectId: string;
  regionPath: RegionPath;
  campaignId: string | null;
  before: unknown;
  after: unknown;
};
export type AuditRecord<Answer> = AuditedChange & { answer: Answer };

/** An open act: one transaction, its actor and the only way to end it. */
export type Act = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: Day;
  readonly verb: string;
  readonly commandId: string;
  readonly files: FileStore;
  scope(column: AnyColumn): SQL;
  published(column: AnyColumn): SQL;
  /** Tells the contexts above and the open pages, after the commit. */
  signal(options: {
    topic: string;
    subjectId: string;
    regionPath: RegionPath;
    campaignId: string | null;
  }): Promise<void>;
  /** The audit row of another thing the act changed besides its own subject. */
  record(change: AuditedChange): Promise<void>;
  done<Answer>(record: AuditRecord<Answer>): Promise<Done<Answer>>;
};

export const SIGNAL_CHANNEL = "anji_signal";

/**
 * Runs one verb in one transaction: authorise, scope, idempotency, body, audit row.
 * The same command id with the same input gives the stored answer; with another input it is refused.
 */
export async function perform<Answer>(
  ctx: ActorCtx,
  options: { permission: Permission; input: { readonly commandId: string; readonly [field: string]: unknown } },
  body: (act: Act) => Promise<Done<Answer>>,
): Promise<Answer> {
  refuseIf(whyNotAllowed(options.permission, ctx.actor));
  const verb = options.permission.key;
  const inputHash = canonicalHash(options.input);
  return ctx.db.transaction(async (tx) => {
    await setScope(tx, ctx.actor);
    const { commandId } = options.input;
    const stored = await storedAnswer(tx, { ctx, verb, inputHash, commandId });
    if (stored !== null) return answerOf<Answer>(stored.answer);
    const opened = openAct(ctx, tx, { verb, commandId });
    const done = await body(opened.act);
    if (!opened.isEndedBy(done)) throw new Error(`${verb} answered without its own audit row`);
    const answer = toJson(done.answer);
    // A verb that answers null stores JSON null, not an absent answer.
    const kept = answer ?? sql`'null'::jsonb`;
    await tx.insert(command).values({ personId: ctx.actor.personId, commandId, verb, inputHash, answer: kept });
    return answerOf<Answer>(answer);
  });
}

// The first send and every repeat give the same plain JSON, which is all an answer may hold.
function answerOf<Answer>(json: unknown): Answer {
  return json as Answer;
}

async function storedAnswer(
  tx: Tx,
  options: { ctx: ActorCtx; verb: string; inputHash: string; commandId: string },
): Promise<{ answer: unknown } | null> {
  const { personId } = options.ctx.actor;
  // Two sends of one command wait for each other; the second then finds the stored answer.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${personId}:${options.commandId}`}, 0))`);
  const [row] = await tx
    .select()
    .from(command)
    .where(and(eq(command.personId, personId), eq(command.commandId, options.commandId)));
  if (row === undefined) return null;
  if (row.verb !== options.verb || row.inputHash !== options.inputHash) {
    refuse({ code: "conflict", rule: "kernel.commandReused" });
  }
  return { answer: row.answer };
}

function openAct(
  ctx: ActorCtx,
  tx: Tx,
  options: { verb: string; commandId: string },
): { act: Act; isEndedBy(done: Done<unknown>): boolean } {
  const now = ctx.clock.now();
  let ending: Done<unknown> | null = null;
  const record: Act["record"] = async (change) => {
    await tx.insert(auditEntry).values({
      actedAt: now,
      personId: ctx.actor.personId,
      personName: ctx.actor.name,
      unitCode: ctx.actor.unitCode,
      verb: options.verb,
      subjectKind: change.subjectKind,
      subjectId: change.subjectId,
      regionPath: change.regionPath,
      campaignId: change.campaignId,
      before: toJson(change.before),
      after: toJson(change.after),
      commandId: options.commandId,
      requestId: ctx.requestId,
    });
  };
  const act: Act = {
    tx,
    actor: ctx.actor,
    now,
    today: dayOf(now),
    verb: options.verb,
    commandId: options.commandId,
    files: ctx.files,
    scope: (column) => scopeOf(ctx, column),
    published: (column) => publishedTo(ctx, column),
    signal: async (signal) => {
      await tx.insert(outbox).values(signal);
      const text = JSON.stringify({ topic: signal.topic, subjectId: signal.subjectId, regionPath: signal.regionPath });
      await tx.execute(sql`select pg_notify(${SIGNAL_CHANNEL}, ${text})`);
    },
    record,
    done: async ({ answer, ...change }) => {
      if (ending !== null) throw new Error(`${options.verb} ended twice`);
      const done = finished(answer);
      ending = done;
      await record(change);
      return done;
    },
  };
  return { act, isEndedBy: (done) => done === ending };
}

// The brand has no run-time content; it exists so that the compiler asks for the audit row.
function finished<Answer>(answer: Answer): Done<Answer> {
  return { answer } as Done<Answer>;
}
