import { refusalOfAnswer } from "@anji/kernel";

export function isNotSignedIn(error: unknown): boolean {
  return refusalOfAnswer(error)?.code === "notSignedIn";
}

/** What the server says when another person is signed in than the one whose page this is; null otherwise. */
export function otherPersonIn(error: unknown): string | null {
  const refusal = refusalOfAnswer(error);
  return refusal?.rule === "kernel.otherPerson" ? refusal.message : null;
}

/** Whether to try again: after no answer or a defect. A refusal stays a refusal. */
export function isWorthRetrying(error: unknown): boolean {
  const refusal = refusalOfAnswer(error);
  return refusal === null || refusal.code === "defect" || refusal.code === "tooMany";
}
