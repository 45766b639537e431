import type { z } from "zod";

import type { FieldMistake, RefusalParams } from "./refusal.ts";

type RuleAndParams = Pick<FieldMistake, "rule" | "params">;

const RULE_KEY = /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/;

/** The mistakes of an input, each at its field and with the rule that says so. */
export function mistakesOf(error: z.ZodError): FieldMistake[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join("."), ...ruleOf(issue) }));
}

function ruleOf(issue: z.core.$ZodIssue): RuleAndParams {
  if (RULE_KEY.test(issue.message)) return { rule: issue.message, params: paramsOf(issue) };
  switch (issue.code) {
    case "invalid_type":
      return { rule: isAbsent(issue.message) ? "kernel.fieldRequired" : "kernel.fieldInvalid", params: {} };
    case "unrecognized_keys":
      return { rule: "kernel.fieldUnknown", params: { keys: issue.keys.join(", ") } };
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    default:
      return { rule: "kernel.fieldInvalid", params: {} };
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): RuleAndParams {
  const params = { minimum: String(issue.minimum) };
  if (!isCounted(issue.origin)) return { rule: "kernel.fieldTooSmall", params };
  // One missing character or item means an empty field, so the message says that.
  if (issue.minimum === 1) return { rule: "kernel.fieldRequired", params: {} };
  return { rule: issue.origin === "string" ? "kernel.fieldTooShort" : "kernel.fieldTooFew", params };
}

function tooBig(issue: z.core.$ZodIssueTooBig): RuleAndParams {
  const params = { maximum: String(issue.maximum) };
  if (!isCounted(issue.origin)) return { rule: "kernel.fieldTooLarge", params };
  return { rule: issue.origin === "string" ? "kernel.fieldTooLong" : "kernel.fieldTooMany", params };
}

function isCounted(origin: string): boolean {
  return origin === "string" || origin === "array" || origin === "set" || origin === "map";
}

/** The parameters of a rule: those of a refinement, otherwise the limit that was exceeded. */
function paramsOf(issue: z.core.$ZodIssue): RefusalParams {
  if (issue.code === "too_small") return { minimum: String(issue.minimum) };
  if (issue.code === "too_big") return { maximum: String(issue.maximum) };
  if (issue.code !== "custom") return {};
  const given = Object.entries(issue.params ?? {});
  return Object.fromEntries(given.filter((entry): entry is [string, string | number] => isParam(entry[1])));
}

function isParam(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

// zod leaves the input out of its issues. Only its own English message shows that a value is absent.
function isAbsent(message: string): boolean {
  return /received (?:undefined|null)$/.test(message);
}
