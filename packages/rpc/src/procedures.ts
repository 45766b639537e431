import type { ActorCtx, CommandSchema, Verb } from "@anji/database";
import type { z } from "zod";
import { accountProcedure, procedure } from "./trpc.ts";

/** The mutation of a verb: its schema, permission and body come from the verb itself. */
export function mutation<Schema extends CommandSchema, Answer>(verb: Verb<Schema, Answer>) {
  return procedure.input(verb.definition.input).mutation(({ ctx, input }) => verb(ctx, parsed<Schema>(input)));
}

/** The same for an act on one's own account: also open while the password was set by an administrator. */
export function accountMutation<Schema extends CommandSchema, Answer>(verb: Verb<Schema, Answer>) {
  return accountProcedure.input(verb.definition.input).mutation(({ ctx, input }) => verb(ctx, parsed<Schema>(input)));
}

/** A query: the schema of its input, and the function that answers it. */
export function query<Schema extends z.ZodType, Answer>(
  input: Schema,
  answer: (ctx: ActorCtx, input: z.output<Schema>) => Promise<Answer>,
) {
  return procedure.input(input).query(({ ctx, input: asked }) => answer(ctx, parsed<Schema>(asked)));
}

// The procedure builder does not know the output of a schema that is a type parameter. The input was parsed with that
// schema.
function parsed<Schema extends z.ZodType>(input: unknown): z.output<Schema> {
  return input as z.output<Schema>;
}
