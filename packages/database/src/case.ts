import { type Condition, type Id, type Lifecycle, refuse, refuseIf, type RegionPath } from "@anji/kernel";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Act, Done } from "./perform.ts";
import { found } from "./scope.ts";
import { together } from "./together.ts";
import { actedBy } from "./trail.ts";

type CaseColumn = "id" | "campaignId" | "regionPath" | "status" | "machineVersion" | "version";
/** A table whose rows go through a lifecycle. */
export type CaseTable = PgTable & Readonly<Record<CaseColumn, AnyPgColumn>>;
/** Its insert-only history, with the columns of `historyColumns`. */
export type HistoryTable = PgTable & Readonly<Record<"subjectId" | "seq" | "event", AnyPgColumn>>;

/** What every case belongs to: the campaign. Its room says how an act locks and reads it. */
export type Root<Campaign> = {
  /** Locks the campaign until the act ends. `id` is a value or a query for one. */
  lock(act: Pick<Act, "tx">, id: SQL): PromiseLike<unknown>;
  read(act: Pick<Act, "tx" | "published">, id: SQL): Promise<Campaign>;
};

type Standing = { id: Id<string>; campaignId: Id<"campaign">; regionPath: RegionPath; status: string; version: number };
export type CaseRow<Table extends CaseTable> = Table["$inferSelect"] & Standing;

type CaseId<Table extends CaseTable> = Table["$inferSelect"]["id"];
type BegunRow<Table extends CaseTable> = Pick<Standing, "campaignId" | "regionPath"> & { id: CaseId<Table> & string };

/** A case locked for one act: the row as it was, and the campaign it belongs to. */
export type HeldCase<Table extends CaseTable, Campaign, Event> = {
  readonly before: CaseRow<Table>;
  readonly campaign: Campaign;
  readonly event: Event;
};

type Remarked = {
  readonly remark: string;
  /** What the act wrote in addition to the row it answers, for the audit row. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** Columns of this history in addition to the common ones. */
  readonly history?: Readonly<Record<string, unknown>>;
};

export type Case<Table extends CaseTable, Campaign, Event, Beginning, Answer> = {
  /** Locks campaign and row, refuses what is stale or not open to the actor. `version` null: a service takes the row as it is. */
  hold(
    act: Act,
    options: { id: CaseId<Table>; version: number | null; event: Event },
  ): Promise<HeldCase<Table, Campaign, Event>>;
  /** Ends a verb: writes the change, its history, signal and audit row; answers the row. */
  move(
    act: Act,
    held: HeldCase<Table, Campaign, Event>,
    change: Remarked & {
      readonly set: Partial<Omit<Table["$inferInsert"], CaseColumn>>;
      /** Writes the row in a separate statement, which must raise the version that was held. */
      readonly write?: () => PromiseLike<unknown>;
    },
  ): Promise<Done<Answer>>;
  /** Ends a verb that has inserted the row: history, signal, audit row; answers the row. */
  begin(act: Act, begun: Remarked & { readonly by: Beginning; readonly row: BegunRow<Table> }): Promise<Done<Answer>>;
};

/**
 * The one way acts handle a subject with a lifecycle. The lock order is here: campaign, then the row. Independent
 * statements are sent together: holding is one round trip, writing is another.
 */
export function caseOf<
  Table extends CaseTable,
  Status extends string,
  Event extends string,
  Beginning extends string,
  Campaign extends { readonly phase: string },
  Subject,
  Answer,
>(definition: {
  readonly lifecycle: CaseLifecycle<Status, Event, Beginning>;
  readonly table: Table;
  readonly history: HistoryTable;
  readonly topic: string;
  readonly root: Root<Campaign>;
  /** The facts the policy looks at. */
  subjectOf(act: Act, held: HeldCase<Table, Campaign, Event>): Promise<Subject> | Subject;
  readonly whyNot: Condition<Subject, Event>;
  /** The row as verbs answer it; a stale sender gets it too. */
  answerOf(act: Act, id: CaseId<Table>): Promise<Answer>;
}): Case<Table, Campaign, Event, Beginning, Answer> {
  const { lifecycle, table, root } = definition;

  /** Sends the history after the row, and ends the act. */
  async function ended(
    act: Act,
    step: Remarked & {
      row: BegunRow<Table>;
      event: string;
      from: Status | null;
      to: Status;
      version: number;
      write(): PromiseLike<unknown>;
      audited(answer: Answer): { before: unknown; after: unknown };
    },
  ): Promise<Done<Answer>> {
    const { id, campaignId, regionPath } = step.row;
    const entry = {
      ...step.history,
      subjectId: id,
      seq: step.version,
      event: step.event,
      from: step.from,
      to: step.to,
      machineVersion: lifecycle.version,
      ...actedBy(act),
      remark: step.remark,
      regionPath,
    };
    const [, , answer] = await together(
      () => step.write(),
      () =>
        act.tx
          .insert(definition.history as PgTable)
          .values(entry)
          .execute(),
      () => definition.answerOf(act, id),
    );
    act.signal({ topic: definition.topic, subjectId: id, regionPath });
    return act.done({
      subjectKind: lifecycle.subject,
      subjectId: id,
      regionPath,
      campaignId,
      ...step.audited(answer),
      answer,
    });
  }

  return {
    hold: async (act, { id, version, event }) => {
      const named = and(eq(table.id, id), act.scope(table.regionPath));
      const campaignId = sql`(select ${table.campaignId} from ${table} where ${named})`;
      const [, campaign, rows] = await together(
        () => root.lock(act, campaignId),
        () => root.read(act, campaignId),
        () => lockedRows(act, { table, named }),
      );
      const held = { before: found(rows[0]), campaign, event };
      if (version !== null && held.before.version !== version) {
        refuse({ code: "stale", rule: "kernel.stale", current: await definition.answerOf(act, id) });
      }
      const subject = await definition.subjectOf(act, held);
      refuseIf(definition.whyNot({ subject, event, actor: act.actor, campaign }));
      return held;
    },
    move: async (act, { before, event }, { set, remark, history = {}, also = {}, write }) => {
      const from = statusOf(lifecycle, before);
      const to = lifecycle.after(from, event);
      const version = before.version + 1;
      const old: Readonly<Record<string, unknown>> = before;
      const values = { ...set, ...changedAt(table, act), status: to, machineVersion: lifecycle.version, version };
      return ended(act, {
        row: { ...before, id: ownId(before) },
        event,
        from,
        to,
        version,
        remark,
        history,
        write: write ?? (() => written(act, { table, before, values })),
        audited: () => ({
          before: {
            status: from,
            version: before.version,
            ...Object.fromEntries(Object.keys(set).map((key) => [key, old[key]])),
          },
          after: { status: to, version, ...set, ...also, remark },
        }),
      });
    },
    begin: (act, { by, row, remark, history = {}, also = {} }) =>
      ended(act, {
        row,
        event: by,
        from: null,
        to: lifecycle.first,
        version: FIRST_VERSION,
        remark,
        history,
        write: () => Promise.resolve(),
        audited: (answer) => ({ before: null, after: { ...answer, ...also } }),
      }),
  };
}

const FIRST_VERSION = 1;

type CaseLifecycle<Status extends string, Event extends string, Beginning extends string> = Pick<
  Lifecycle<Status, Record<Event, { from: readonly Status[] }> & Record<Beginning, { from: null }>>,
  "subject" | "version" | "statuses" | "first"
> & {
  readonly events: readonly Event[];
  readonly beginnings: readonly Beginning[];
  after(status: Status, event: Event): Status;
};

/** Some tables also keep when a row last changed. */
function changedAt(table: CaseTable, act: Pick<Act, "now">): { changedAt?: Date } {
  return "changedAt" in table ? { changedAt: act.now } : {};
}

// The query builder cannot infer the row of a table that is a type parameter.
async function lockedRows<Table extends CaseTable>(
  act: Act,
  { table, named }: { table: Table; named: SQL | undefined },
): Promise<CaseRow<Table>[]> {
  const rows: unknown[] = await act.tx
    .select()
    .from(table as PgTable)
    .where(named)
    .for("update")
    .execute();
  return rows as CaseRow<Table>[];
}

// The id column of the same table; its own type is hidden behind the parameter.
function ownId<Table extends CaseTable>(row: CaseRow<Table>): CaseId<Table> & string {
  const { id }: { id: unknown } = row;
  return id as CaseId<Table> & string;
}

/** Writes the row at the version that was held. */
async function written(
  act: Act,
  { table, before, values }: { table: CaseTable; before: Standing; values: Readonly<Record<string, unknown>> },
): Promise<void> {
  const rows = await act.tx
    .update(table as PgTable)
    .set(values)
    .where(and(eq(table.id, before.id), eq(table.version, before.version)))
    .returning({ id: table.id })
    .execute();
  found(rows[0]);
}

function statusOf<Status extends string>(lifecycle: { statuses: readonly Status[] }, row: { status: string }): Status {
  const status = lifecycle.statuses.find((one) => one === row.status);
  if (status === undefined) throw new Error(`unknown status: ${row.status}`);
  return status;
}
