import type { Contribution } from "@anji/campaign/contributed";
import type { TablePolicy } from "@anji/database";
import type { JobBounds } from "@anji/jobs";
import type { RuleBook } from "@anji/kernel";
import { contexts } from "./contexts.ts";

const parts: readonly Contribution[] = Object.values(contexts);

/** Every rule with its sentence in both languages. */
export const ruleBook: RuleBook = Object.assign({}, ...parts.map((one) => one.rules));

/** The row-level policy of every table. */
export const tablePolicies: readonly TablePolicy[] = parts.flatMap((one) => one.tables ?? []);

/** The SQL that guards tables, room by room. */
export const guardingSql: readonly URL[] = parts.flatMap((one) => one.sql ?? []);

/** The kinds of subject that audit rows, work and offenders are about. */
export const subjectKinds: readonly string[] = parts.flatMap((one) => one.subjects ?? []);

export const lifecycles = parts.flatMap((one) => one.lifecycles ?? []);

type JobsOf<Part> = Part extends { jobs: infer Jobs } ? keyof Jobs & string : never;
/** What a worker can be asked to do. */
export type JobKind = JobsOf<(typeof contexts)[keyof typeof contexts]>;

/** What the contexts contribute to earlier rooms. */
export const contributed = {
  gates: parts.flatMap((one) => one.gates ?? []),
  completeness: parts.flatMap((one) => one.completeness ?? []),
  openMatters: parts.flatMap((one) => one.openMatters ?? []),
  work: parts.flatMap((one) => (one.work === undefined ? [] : [one.work])),
  jobs: collectedJobs(),
};

function collectedJobs(): Readonly<Record<JobKind, JobBounds>> {
  // Object.assign keeps every entry of every catalogue, and JobKind is the union of their keys.
  return Object.assign({}, ...parts.map((one) => one.jobs ?? {})) as Record<JobKind, JobBounds>;
}
