import { refusalOfAnswer } from "@anji/kernel";

export function isNotSignedIn(error: unknown): boolean {
  return refusalOfAnswer(error)?.code === "notSignedIn";
}

/** Worth asking again: nothing came back, or a defect did. A refusal stays a refusal. */
export function isWorthRetrying(error: unknown): boolean {
  const refusal = refusalOfAnswer(error);
  return refusal === null || refusal.code === "defect" || refusal.code === "tooMany";
}
