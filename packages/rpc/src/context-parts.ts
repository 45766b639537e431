import type { TablePolicy } from "@anji/database";
import type { AnyStateMachine, RuleBook } from "@anji/kernel";

/**
 * What a context hands in. The api room lists the contexts once. Rule book, table policies, queues, gates, work and
 * router are made from these parts.
 */
export type ContextParts = {
  readonly rules: RuleBook;
  readonly tables?: readonly TablePolicy[];
  /** SQL that guards its tables: functions and triggers, each file safe to run again. */
  readonly sql?: readonly URL[];
  /** The kinds of subject that its audit rows, its work and its offenders have. */
  readonly subjects?: readonly string[];
  readonly lifecycles?: readonly LifecycleParts[];
  /** Machines that are written out instead of made from a lifecycle's table. */
  readonly machines?: readonly AnyStateMachine[];
};

/** What other rooms see of a lifecycle: diagram, permissions and statuses. */
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
