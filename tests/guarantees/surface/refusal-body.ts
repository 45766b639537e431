import { expect } from "vitest";
import { z } from "zod";
import type { Answer } from "./http.ts";

const wireRefusal = z.object({
  code: z.string(),
  rule: z.string(),
  message: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string().min(1) })),
  current: z.unknown(),
});
const refusalBody = z.object({ error: z.object({ message: z.string(), data: z.object({ refusal: wireRefusal }) }) });
export type Refused = z.output<typeof wireRefusal>;

/** Internal details that no answer may show: stacks, statements, paths of files and modules, driver errors. */
const INSIDE = [
  /\bat (?:async )?[\w.<>]+ \(/,
  /\.(?:ts|js|mjs):\d+/,
  /node_modules|file:\/\//,
  /\b(?:select|insert into|update|delete from)\b.+\b(?:from|values|set|where)\b/i,
  /Failed query|PostgresError|ECONN|CONNECT_TIMEOUT|TRPCError|ZodError/,
  /"stack"|"cause"/,
];

export function insideOf(text: string): string[] {
  return INSIDE.filter((pattern) => pattern.test(text)).map(String);
}

/** The refusals of an answer. Fails when it is anything else, is too long or shows internal details. */
export function refusedBodies(answer: Pick<Answer, "body">): Refused[] {
  expect(insideOf(answer.body)).toEqual([]);
  const parsed = z.union([refusalBody.transform((one) => [one]), z.array(refusalBody)]).safeParse(jsonOf(answer.body));
  if (!parsed.success) throw new Error(`no refusal: ${answer.body.slice(0, 500)}`);
  return parsed.data.map(({ error }) => error.data.refusal);
}

export function refusedBody(answer: Pick<Answer, "body">): Refused {
  const [refused] = refusedBodies(answer);
  if (refused === undefined) throw new Error("an empty batch");
  return refused;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
