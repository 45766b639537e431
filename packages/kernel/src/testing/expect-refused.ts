import { isDeepStrictEqual } from "node:util";
import { type Refusal, RefusalError, type RefusalParams } from "../refusal.ts";

/** What an attempt is refused with, thrown as it is or as the cause of an answer; passing and breaking down fail the test. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  const cause = await attempt.then(
    (answer) => new Error(`not refused, but answered ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  if (cause instanceof RefusalError) return cause.refusal;
  if (cause instanceof Error && cause.cause instanceof RefusalError) return cause.cause.refusal;
  throw cause;
}

/** Expects that an attempt is refused by this rule and, where they are given, with these parameters; answers the refusal. */
export async function expectRefused(attempt: Promise<unknown>, rule: string, params?: RefusalParams): Promise<Refusal> {
  const refusal = await refusalOf(attempt).catch((cause: unknown) => {
    throw new Error(`to be refused by ${rule}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  if (refusal.rule !== rule) throw new Error(`refused by ${refusal.rule}, not by ${rule}: ${described(refusal)}`);
  if (params !== undefined && !isDeepStrictEqual(refusal.params, params))
    throw new Error(`refused by ${rule}, but with other parameters: ${described(refusal)}`);
  return refusal;
}

function described({ code, params, fields }: Refusal): string {
  return JSON.stringify({ code, params, fields });
}
