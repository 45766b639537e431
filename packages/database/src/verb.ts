import type { Permission } from "@anji/kernel";
import type { z } from "zod";
import type { ActorCtx } from "./context.ts";
import { type Act, type CommandInput, type Done, perform } from "./perform.ts";

/** The input of an act: a strict object with the id of its command. */
export type CommandSchema = z.ZodType<CommandInput>;

/** Who may do the act, and its input. */
export type ActDefinition<Schema extends CommandSchema> = {
  readonly permission: Permission;
  readonly input: Schema;
  /** Fields that reach neither the stored hash of the input nor an audit row: passwords. */
  readonly secrets?: readonly string[];
};

/** A verb: callable by other rooms and tests; the router takes the schema of its input from it. */
export type Verb<Schema extends CommandSchema, Answer> = {
  (ctx: ActorCtx, input: z.output<Schema>): Promise<Answer>;
  readonly definition: ActDefinition<Schema>;
};

/** One act of the product: schema, permission and body in one place. The body must end with its audit row. */
export function verb<Schema extends CommandSchema, Answer>(
  definition: ActDefinition<Schema>,
  body: (act: Act, input: z.output<Schema>) => Promise<Done<Answer>>,
): Verb<Schema, Answer> {
  const { permission, secrets = [] } = definition;
  const run = (ctx: ActorCtx, input: z.output<Schema>): Promise<Answer> => {
    const hidden = Object.fromEntries(secrets.map((field) => [field, ""]));
    return perform(ctx, { permission, input: { ...input, ...hidden } }, (act) => body(act, input));
  };
  return Object.assign(run, { definition });
}
