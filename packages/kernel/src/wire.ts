import { z } from "zod";
import { RULE_ABOUT, type RuleAbout } from "./rules.ts";
import { REFUSAL_CODES, type RefusalCode, type RefusalParams } from "./refusal.ts";

/** The most calls the server takes in one batch. */
export const BATCH_SIZE_MAX = 20;
/** The longest address of a batch; proxies between offices refuse longer ones. */
export const LINK_CHARACTERS_MAX = 6000;

export type WireFieldMistake = { path: string; rule: string; message: string };

/** A refusal as a client reads it: stable rule key, its message in the reader's language, mistakes by field. */
export type WireRefusal = {
  code: RefusalCode | "defect";
  rule: string;
  about: RuleAbout;
  message: string;
  params: RefusalParams;
  fields: WireFieldMistake[];
  current: unknown;
};

const wireRefusal = z.object({
  code: z.enum([...REFUSAL_CODES, "defect"]),
  rule: z.string(),
  about: z.enum(RULE_ABOUT),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
  current: z.unknown(),
});
const answer = z.object({ data: z.object({ refusal: wireRefusal }) });
const body = z.object({ error: answer });

/** The refusal in the error of a call; null when the server gave none. */
export function refusalOfAnswer(error: unknown): WireRefusal | null {
  const read = answer.safeParse(error);
  return read.success ? read.data.data.refusal : null;
}

/** The refusal in the body of a refused request. */
export function refusalOfBody(content: unknown): WireRefusal | null {
  const read = body.safeParse(content);
  return read.success ? read.data.error.data.refusal : null;
}

/** Names the person whose page sends a request. A stream, which has no headers, names them in its address. */
export const PAGE_PERSON_HEADER = "x-anji-person";
export const PAGE_PERSON_FIELD = "person";
