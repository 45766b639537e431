import { refusalOfAnswer } from "@anji/kernel";

export function isNotSignedIn(error: unknown): boolean {
  return refusalOfAnswer(error)?.code === "notSignedIn";
}

/** Whether to try again: after no answer or a defect. A refusal stays a refusal. */
export function isWorthRetrying(error: unknown): boolean {
  const refusal = refusalOfAnswer(error);
  return refusal === null || refusal.code === "defect" || refusal.code === "tooMany";
}
