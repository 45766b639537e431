import type { TablePolicy } from "@anji/database";
import type { AnyStateMachine, RuleBook } from "@anji/kernel";

/**
 * What a context hands in to the whole. The api room lists the contexts once; the rule book, the policies of the tables,
 * the queues, the gates, the work and the router are made of these parts.
 */
export type ContextParts = {
  readonly rules: RuleBook;
  readonly tables?: readonly TablePolicy[];
  /** SQL that guards its tables: functions and triggers, each file safe to run again. */
  readonly sql?: readonly URL[];
  /** The kinds of subject its audit rows, its work and its offenders are about. */
  readonly subjects?: readonly string[];
  readonly lifecycles?: readonly LifecycleParts[];
  /** Machines that are written out instead of made from a lifecycle's table. */
  readonly machines?: readonly AnyStateMachine[];
};

/** A lifecycle as the whole sees it: its table's diagram, permissions and statuses. */
export type LifecycleParts = {
  readonly context: string;
  readonly subject: string;
  readonly statuses: readonly string[];
  readonly first: string;
  readonly beginnings: readonly string[];
  readonly events: readonly string[];
  readonly machine: AnyStateMachine;
  readonly refusalRules: readonly string[];
  readonly permissions: Readonly<Record<string, { readonly key: string }>>;
};
