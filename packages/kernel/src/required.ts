import type { z } from "zod";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** The error of a schema: an absent value gives "required", any other mistake gives `rule`. */
export function requiredOr(rule: string) {
  return (issue: RawIssue): string =>
    issue.input === undefined || issue.input === null ? "kernel.fieldRequired" : rule;
}
