import { setup, transition } from "xstate";

export type { AnyStateMachine } from "xstate";

import { type Actor, type Permission, type Role, whyNotAllowed } from "./actor.ts";
import type { Level } from "./level.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** One act of a lifecycle. Machine, permission and the common reasons against it all come from this row. */
export type ActRow<Status extends string> = {
  /** The statuses it is open in; null: it creates the subject. */
  readonly from: readonly Status[] | null;
  /** The status it leads to; `same` leaves the status as it is. */
  readonly to: Status | "same";
  /** Levels and roles that may do it. An act without roles is a step of another act and has no permission. */
  readonly levels?: readonly Level[];
  readonly roles?: readonly Role[];
  /** Phases of the campaign it is open in, and the rule outside them; absent: every phase. */
  readonly phases?: readonly string[];
  readonly outsidePhase?: string;
  /** The rule when it is not open in the status. */
  readonly otherwise?: string | ((status: Status) => string);
  /** The persons who may not do it, as fields of the subject, and the rule that says so. */
  readonly notBy?: { readonly fields: readonly string[]; readonly rule: string };
};
type ActRows<Status extends string> = Readonly<Record<string, ActRow<Status>>>;

/** The acts that create a subject. */
export type BeginningOf<Acts> = {
  [Act in keyof Acts & string]: Acts[Act] extends { from: null } ? Act : never;
}[keyof Acts & string];
/** The acts on a subject that exists. */
export type EventOf<Acts> = Exclude<keyof Acts & string, BeginningOf<Acts>>;
type PermittedOf<Acts> = {
  [Act in keyof Acts & string]: Acts[Act] extends { roles: readonly Role[] } ? Act : never;
}[keyof Acts & string];

export type CaseActor = Pick<Actor, "level" | "roles" | "path" | "unitCode" | "personId">;

/** What is asked: may this actor do this act to this subject in this campaign now? */
export type Question<Subject, Event> = {
  readonly subject: Subject;
  readonly event: Event;
  readonly actor: CaseActor;
  readonly campaign: { readonly phase: string };
};
/** A reason of one context against an act, or null. */
export type Condition<Subject, Event> = (question: Question<Subject, Event>) => Refusal | null;

export type Lifecycle<Status extends string, Acts> = {
  readonly context: string;
  readonly subject: string;
  /** Stored with every row and event: an old history is replayed through the machine that made it. */
  readonly version: number;
  readonly statuses: readonly Status[];
  readonly first: Status;
  readonly acts: Acts;
  readonly beginnings: readonly BeginningOf<Acts>[];
  readonly events: readonly EventOf<Acts>[];
  readonly machine: Machine;
  readonly permissions: PermissionsOf<Acts>;
  /** The rules its table can refuse with. */
  readonly refusalRules: readonly string[];
  isOpen(status: Status, event: EventOf<Acts>): boolean;
  /** The status after an event. Throws where the event is not open: ask `isOpen` or `whyNot` first. */
  after(status: Status, event: EventOf<Acts>): Status;
  /** Folds a stored history into its final status. */
  replay(history: readonly string[]): Status;
  whyNotPhase(act: keyof Acts & string, campaign: { readonly phase: string }): Refusal | null;
  /**
   * The one answer to "why not?", in this order: permission; `whose`: whose case it is; campaign phase and status;
   * `content`: what the case holds; persons who may not do it.
   */
  policy<Subject extends { readonly status: Status }>(conditions: {
    readonly whose?: readonly Condition<Subject, EventOf<Acts>>[];
    readonly content?: readonly Condition<Subject, EventOf<Acts>>[];
  }): Condition<Subject, EventOf<Acts>>;
};

/** Makes a lifecycle from its table, the one description of a subject's statuses and acts. */
export function lifecycle<const Status extends string, const Acts extends ActRows<Status>>(table: {
  readonly context: string;
  readonly subject: string;
  readonly version: number;
  readonly statuses: readonly Status[];
  readonly acts: Acts;
}): Lifecycle<Status, Acts> {
  const names = Object.keys(table.acts) as (keyof Acts & string)[]; // the keys of a record of acts
  const isBeginning = (act: keyof Acts & string): act is BeginningOf<Acts> => table.acts[act]?.from === null;
  const beginnings = names.filter(isBeginning);
  const events = names.filter((act): act is EventOf<Acts> => !isBeginning(act));
  const first = firstStatus(table);
  const machine = machineOf(table, first);
  const at = (status: Status) => machine.resolveState({ value: status, context: {} });

  function isOpen(status: Status, event: EventOf<Acts>): boolean {
    return at(status).can({ type: event });
  }

  function after(status: Status, event: EventOf<Acts>): Status {
    if (!isOpen(status, event)) throw new Error(`${event} is not open in ${status}`);
    return known(table.statuses, transition(machine, at(status), { type: event })[0].value);
  }

  function replay(history: readonly string[]): Status {
    const [begin = "nothing", ...later] = history;
    if (!beginnings.some((one) => one === begin)) throw new Error(`a history cannot begin with ${begin}`);
    return later.reduce<Status>((status, act) => {
      const event = events.find((one) => one === act);
      if (event !== undefined) return after(status, event);
      if (beginnings.some((one) => one === act)) throw new Error(`${act} belongs only at the beginning`);
      throw new Error(`a history cannot hold ${act}`);
    }, first);
  }

  function whyNotPhase(act: keyof Acts & string, campaign: { readonly phase: string }): Refusal | null {
    const row = rowOf(table.acts, act);
    if (row.phases === undefined || row.phases.includes(campaign.phase)) return null;
    return refusal({ code: "precondition", rule: phaseRule(table.context, row) });
  }

  function whyNotFrom(status: Status, event: EventOf<Acts>): Refusal | null {
    if (isOpen(status, event)) return null;
    const rule = statusRule(table.context, rowOf(table.acts, event), status);
    return refusal({ code: "precondition", rule, params: { status } });
  }

  const permissions = permissionsOf<Acts>(table.context, table.acts);
  return {
    ...table,
    first,
    beginnings,
    events,
    machine,
    permissions,
    refusalRules: refusalRulesOf(table),
    isOpen,
    after,
    replay,
    whyNotPhase,
    policy:
      ({ whose = [], content = [] }) =>
      (question) =>
        whyNotPermitted(permissions, question) ??
        firstReason(whose, question) ??
        whyNotPhase(question.event, question.campaign) ??
        whyNotFrom(question.subject.status, question.event) ??
        firstReason(content, question) ??
        whyNotPerson(rowOf(table.acts, question.event), question),
  };
}

function firstReason<Subject, Event>(
  conditions: readonly Condition<Subject, Event>[],
  question: Question<Subject, Event>,
): Refusal | null {
  for (const condition of conditions) {
    const reason = condition(question);
    if (reason !== null) return reason;
  }
  return null;
}

function whyNotPermitted(
  permissions: Readonly<Record<string, Permission>>,
  question: Question<unknown, string>,
): Refusal | null {
  const permission = permissions[question.event];
  return permission === undefined ? null : whyNotAllowed(permission, question.actor);
}

function whyNotPerson<Status extends string>(
  row: ActRow<Status>,
  { subject, actor }: Question<object, string>,
): Refusal | null {
  const isOne = row.notBy?.fields.some((field) => Reflect.get(subject, field) === actor.personId) ?? false;
  return isOne && row.notBy !== undefined ? refusal({ code: "notAllowed", rule: row.notBy.rule }) : null;
}

function phaseRule(context: string, row: Pick<ActRow<string>, "outsidePhase">): string {
  return row.outsidePhase ?? `${context}.outsidePhase`;
}

function statusRule<Status extends string>(context: string, { otherwise }: ActRow<Status>, status: Status): string {
  const rule = typeof otherwise === "function" ? otherwise(status) : otherwise;
  return rule ?? `${context}.statusNot`;
}

function refusalRulesOf<Status extends string>(table: {
  context: string;
  statuses: readonly Status[];
  acts: ActRows<Status>;
}): string[] {
  const { context, statuses, acts } = table;
  const rules = Object.values(acts).flatMap((row) => [
    ...(row.phases === undefined ? [] : [phaseRule(context, row)]),
    ...(row.from === null ? [] : statuses.filter((one) => row.from?.includes(one) !== true)).map((status) =>
      statusRule(context, row, status),
    ),
    ...(row.notBy === undefined ? [] : [row.notBy.rule]),
  ]);
  return [...new Set(rules)];
}

type PermissionsOf<Acts> = { readonly [Act in PermittedOf<Acts>]: Permission };

function permissionsOf<Acts extends Readonly<Record<string, Pick<ActRow<string>, "levels" | "roles">>>>(
  context: string,
  acts: Acts,
): PermissionsOf<Acts> {
  const permitted = Object.entries(acts).flatMap(([act, { levels, roles }]) =>
    roles === undefined ? [] : [[act, { key: `${context}.${act}`, levels: levels ?? [], roles }] as const],
  );
  return Object.fromEntries(permitted) as PermissionsOf<Acts>; // the acts with roles, by name
}

function rowOf<Status extends string>(acts: ActRows<Status>, act: string): ActRow<Status> {
  const row = acts[act];
  if (row === undefined) throw new Error(`no such act: ${act}`);
  return row;
}

function firstStatus<Status extends string>(table: { subject: string; acts: ActRows<Status> }): Status {
  const [first, ...others] = new Set(Object.values(table.acts).flatMap(({ from, to }) => (from === null ? [to] : [])));
  if (first === undefined || first === "same" || others.length > 0) {
    throw new Error(`${table.subject} begins in no status, or in several`);
  }
  return first;
}

function known<Status extends string>(statuses: readonly Status[], value: unknown): Status {
  const status = statuses.find((one) => one === value);
  if (status === undefined) throw new Error(`unknown status: ${String(value)}`);
  return status;
}

type Machine = ReturnType<typeof machineOf>;

function machineOf<Status extends string>(
  table: { subject: string; statuses: readonly Status[]; acts: ActRows<Status> },
  first: Status,
) {
  const targetsOf = (status: Status) =>
    Object.entries(table.acts).flatMap(([act, { from, to }]) =>
      from?.includes(status) === true ? [[act, to === "same" ? status : to]] : [],
    );
  const states = table.statuses.map((status) => {
    const on: Record<string, string> = Object.fromEntries(targetsOf(status));
    return [status, Object.keys(on).length === 0 ? { type: "final" as const } : { on }] as const;
  });
  return setup({ types: { events: eventType() } }).createMachine({
    id: table.subject,
    initial: first,
    states: Object.fromEntries(states),
  });
}

// Only its type is read by setup().
function eventType(): { type: string } {
  return { type: "" };
}
