import { z } from "zod";

const wireRefusal = z.object({
  code: z.string(),
  rule: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
  current: z.unknown(),
});
const answer = z.object({ data: z.object({ refusal: wireRefusal }) });

export type WireRefusal = z.infer<typeof wireRefusal>;

/** What the server said no with, or null when it gave no such answer (network, proxy). */
export function refusalOf(error: unknown): WireRefusal | null {
  const read = answer.safeParse(error);
  return read.success ? read.data.data.refusal : null;
}

export function isNotSignedIn(error: unknown): boolean {
  return refusalOf(error)?.code === "notSignedIn";
}

/** Worth asking again: nothing came back, or a defect did. A refusal stays a refusal. */
export function isWorthRetrying(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal === null || refusal.code === "defect" || refusal.code === "tooMany";
}
