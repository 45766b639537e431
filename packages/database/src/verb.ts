import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import { type Permission, refuseIf, whyNotAllowed } from "@anji/kernel";
import type { z } from "zod";
import type { ActorCtx } from "./context.ts";
import { type Act, type CommandInput, type Done, perform } from "./perform.ts";

/** The input of an act: a strict object with the id of its command. */
export type CommandSchema = z.ZodType<CommandInput>;

/** Who may do the act, and its input. */
export type ActDefinition<Schema extends CommandSchema> = {
  readonly permission: Permission;
  readonly input: Schema;
  /** Fields that reach no audit row, and the stored hash of the input only as a slow hash: passwords. */
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
  const { permission } = definition;
  const run = async (ctx: ActorCtx, input: z.output<Schema>): Promise<Answer> => {
    refuseIf(whyNotAllowed(permission, ctx.actor));
    return perform(ctx, { permission, input: await kept(definition, input) }, (act) => body(act, input));
  };
  return Object.assign(run, { definition });
}

/**
 * The same with work outside the transaction: `before` it, such as writing a file, and `after` its commit, such as
 * starting a run. Both others get the result of `before`.
 */
export function verbAround<Schema extends CommandSchema, Prepared, Answer, Shown>(
  definition: ActDefinition<Schema>,
  parts: {
    before(ctx: ActorCtx, input: z.output<Schema>): Promise<Prepared> | Prepared;
    body(act: Act, input: z.output<Schema>, prepared: Prepared): Promise<Done<Answer>>;
    after(ctx: ActorCtx, answer: Answer, prepared: Prepared): Promise<Shown> | Shown;
  },
): Verb<Schema, Shown> {
  const { permission } = definition;
  const run = async (ctx: ActorCtx, input: z.output<Schema>): Promise<Shown> => {
    refuseIf(whyNotAllowed(permission, ctx.actor));
    const prepared = await parts.before(ctx, input);
    const answer = await perform(ctx, { permission, input: await kept(definition, input) }, (act) =>
      parts.body(act, input, prepared),
    );
    return parts.after(ctx, answer, prepared);
  };
  return Object.assign(run, { definition });
}

/**
 * An act without a schema: the next rows of a sheet, a claimed job, a stored file, a sign-in, the first set-up.
 * Permission, audit row and stored answer are those of a verb. `command` gives its id, and the part of its input that
 * makes a repetition the same act.
 */
export function systemAct<Input, Answer>(
  definition: { readonly permission: Permission; command(input: Input): CommandInput },
  body: (act: Act, input: Input) => Promise<Done<Answer>> | Done<Answer>,
): (ctx: ActorCtx, input: Input) => Promise<Answer> {
  const { permission } = definition;
  return (ctx, input) => perform(ctx, { permission, input: definition.command(input) }, (act) => body(act, input));
}

const slowHash = promisify<string, string, number, Buffer>(scrypt);
const HASH_BYTES = 32;

/**
 * The part of an input that is compared and hashed. Of a secret it is a slow hash, salted by the command: a repetition
 * with another password is another command, and what is stored helps nobody to guess it.
 */
async function kept<Schema extends CommandSchema>(
  { secrets = [] }: ActDefinition<Schema>,
  input: z.output<Schema>,
): Promise<CommandInput> {
  const hashed = await Promise.all(
    secrets.map(async (field) => {
      const hash = await slowHash(String(input[field]), input.commandId, HASH_BYTES);
      return [field, hash.toString("base64")] as const;
    }),
  );
  return { ...input, ...Object.fromEntries(hashed) };
}
