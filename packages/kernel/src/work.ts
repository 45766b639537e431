/** What waits for a person. Each context lists its own; the console shows them together. */
export const WORK_GROUPS = ["fill", "rectify", "review", "approve", "sign"] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export type WorkItem = {
  /** Stable over time: context, act and subject. */
  readonly key: string;
  readonly group: WorkGroup;
  /** The next lawful act, the key of its permission. */
  readonly verb: string;
  /** What it is about; the contexts contribute the kinds. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly number: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly title: string;
  readonly amountFen: string | null;
  readonly lastRemark: { readonly by: string; readonly on: string; readonly text: string } | null;
  readonly isReturned: boolean;
  /** The day it is due, "YYYY-MM-DD", or null when nothing sets one. */
  readonly dueOn: string | null;
};
