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
import { publishedTo, scopeOf } from "./scope.ts";
import { auditEntry, command } from "./tables.ts";

declare const audited: unique symbol;
/** Proof that the act has its audit row. Only `act.done` makes it, so a verb without it does not compile. */
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

type SaidSignal = { topic: string; subjectId: string; regionPath: RegionPath };

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
  /** Says to the contexts above and to open pages what changed. Heard after the commit. */
  signal(signal: SaidSignal): void;
  /** The audit row of another subject that the act changed too. */
  record(change: AuditedChange): void;
  done<Answer>(record: AuditRecord<Answer>): Done<Answer>;
};

export const SIGNAL_CHANNEL = "anji_signal";

export type CommandInput = { readonly commandId: string; readonly [field: string]: unknown };

/**
 * Runs one verb in one transaction: authorise, scope, idempotency, body, audit row.
 * The same command id with the same input gives the stored answer; with another input it is refused.
 */
export async function perform<Answer>(
  ctx: ActorCtx,
  options: { permission: Permission; input: CommandInput },
  body: (act: Act) => Promise<Done<Answer>> | Done<Answer>,
): Promise<Answer> {
  refuseIf(whyNotAllowed(options.permission, ctx.actor));
  const sent = {
    personId: ctx.actor.personId,
    commandId: options.input.commandId,
    verb: options.permission.key,
    inputHash: canonicalHash(options.input),
  };
  return ctx.db.transaction(async (tx) => {
    const stored = await openedCommand(tx, { ctx, sent });
    if (stored !== null) return answerOf<Answer>(stored.answer);
    const opened = openAct(ctx, tx, sent);
    const done = await body(opened.act);
    if (!opened.isEndedBy(done)) throw new Error(`${sent.verb} answered without its own audit row`);
    const answer = toJson(done.answer);
    await opened.write(answer);
    return answerOf<Answer>(answer);
  });
}

type Sent = { personId: Actor["personId"]; commandId: string; verb: string; inputHash: string };

// The first send and every repeat give the same plain JSON; an answer holds nothing else.
function answerOf<Answer>(json: unknown): Answer {
  return json as Answer;
}

/** Sets the scope, waits for another send of the same command and finds its stored answer: one round trip. */
async function openedCommand(
  tx: Tx,
  { ctx, sent }: { ctx: ActorCtx; sent: Sent },
): Promise<{ answer: unknown } | null> {
  const { personId, commandId } = sent;
  const [, [row]] = await Promise.all([
    tx.execute(sql`select set_config('app.path', ${ctx.actor.path}, true), set_config('app.uid', ${personId}, true),
      pg_advisory_xact_lock(hashtextextended(${`${personId}:${commandId}`}, 0))`),
    tx
      .select()
      .from(command)
      .where(and(eq(command.personId, personId), eq(command.commandId, commandId))),
  ]);
  if (row === undefined) return null;
  if (row.verb !== sent.verb || row.inputHash !== sent.inputHash) {
    refuse({ code: "conflict", rule: "kernel.commandReused" });
  }
  return { answer: row.answer };
}

type OpenedAct = {
  act: Act;
  isEndedBy(done: Done<unknown>): boolean;
  /** Writes the audit rows, the signals and the stored answer: one round trip. */
  write(answer: unknown): Promise<void>;
};

function openAct(ctx: ActorCtx, tx: Tx, sent: Sent): OpenedAct {
  const now = ctx.clock.now();
  const changes: AuditedChange[] = [];
  const signals: SaidSignal[] = [];
  let ending: Done<unknown> | null = null;
  const act: Act = {
    tx,
    actor: ctx.actor,
    now,
    today: dayOf(now),
    verb: sent.verb,
    commandId: sent.commandId,
    files: ctx.files,
    scope: (column) => scopeOf(ctx, column),
    published: (column) => publishedTo(ctx, column),
    signal: (signal) => void signals.push(signal),
    record: (change) => void changes.push(change),
    done: ({ answer, ...change }) => {
      if (ending !== null) throw new Error(`${sent.verb} ended twice`);
      changes.push(change);
      const done = finished(answer);
      ending = done;
      return done;
    },
  };
  const write = async (answer: unknown): Promise<void> => {
    // A verb that answers null stores JSON null, not an absent answer.
    const kept = answer ?? sql`'null'::jsonb`;
    await Promise.all([
      tx.insert(auditEntry).values(changes.map((change) => auditRow(ctx, { change, sent, now }))),
      ...(signals.length === 0 ? [] : [tx.execute(said(signals))]),
      tx.insert(command).values({ ...sent, answer: kept }),
    ]);
  };
  return { act, isEndedBy: (done) => done === ending, write };
}

function auditRow(ctx: ActorCtx, { change, sent, now }: { change: AuditedChange; sent: Sent; now: Date }) {
  return {
    ...change,
    before: toJson(change.before),
    after: toJson(change.after),
    actedAt: now,
    personId: sent.personId,
    personName: ctx.actor.name,
    unitCode: ctx.actor.unitCode,
    verb: sent.verb,
    commandId: sent.commandId,
    requestId: ctx.requestId,
  };
}

/** Notifies every server of the signals. PostgreSQL delivers them after the commit of the act, and only then. */
function said(signals: readonly SaidSignal[]): SQL {
  const texts = signals.map(({ topic, subjectId, regionPath }) => ({ topic, subjectId, regionPath }));
  return sql`
    select pg_notify(${SIGNAL_CHANNEL}::text, signal::text)
    from json_array_elements(${JSON.stringify(texts)}::text::json) as signal`;
}

// The brand has no run-time content; it makes the compiler ask for the audit row.
function finished<Answer>(answer: Answer): Done<Answer> {
  return { answer } as Done<Answer>;
}
