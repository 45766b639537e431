import type { ActorCtx, Ctx } from "@anji/database";
import { refuse, RefusalError, refuseIf, type WireRefusal } from "@anji/kernel";
import { initTRPC, TRPCError } from "@trpc/server";
import { whyNotThisPerson } from "./page-person.ts";
import { currentReading } from "./reading.ts";
import { answerOf, transportCode } from "./refusals.ts";

const PING_INTERVAL_MS = 15_000;
const RECONNECT_AFTER_INACTIVITY_MS = 40_000;

const t = initTRPC.context<Ctx>().create({
  isDev: false,
  sse: {
    ping: { enabled: true, intervalMs: PING_INTERVAL_MS },
    client: { reconnectAfterInactivityMs: RECONNECT_AFTER_INACTIVITY_MS },
  },
  errorFormatter: ({ shape, error, ctx }) => {
    // A request that failed before its context existed is known by what the server noted about it.
    const refusal: WireRefusal = answerOf(error, ctx ?? currentReading());
    return {
      code: shape.code,
      message: refusal.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal },
    };
  },
});

/** Turns a foreseen refusal into its transport code, also one that ends a stream; everything else stays a defect. */
const refusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return isStream(result.data) ? { ...result, data: refusingStream(result.data) } : result;
  const { cause } = result.error;
  if (cause instanceof RefusalError) throw transported(cause);
  return result;
});

async function* refusingStream(source: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* source;
  } catch (cause) {
    throw cause instanceof RefusalError ? transported(cause) : cause;
  }
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

function transported(cause: RefusalError): TRPCError {
  return new TRPCError({ code: transportCode(cause.refusal.code), cause });
}

const signedIn = t.middleware(({ ctx, next }) => {
  const { actor } = ctx;
  if (actor === null) refuse({ code: "notSignedIn", rule: "kernel.notSignedIn" });
  refuseIf(whyNotThisPerson(ctx));
  return next({ ctx: { ...ctx, actor } satisfies ActorCtx });
});

const withOwnPassword = t.middleware(({ ctx, next }) => {
  if (ctx.actor?.owesPassword === true) refuse({ code: "precondition", rule: "kernel.passwordDue" });
  return next();
});

export const router = t.router;
/** For procedures open before sign-in; the matrix test names each one. */
export const publicProcedure = t.procedure.use(refusals);
/** For one's own account: open to every signed-in person, also while the password was set by an administrator. */
export const accountProcedure = t.procedure.use(refusals).use(signedIn);
/** For everything else: refused unless an actor is known and signs in with a password of their own. */
export const procedure = accountProcedure.use(withOwnPassword);
export const createCallerFactory = t.createCallerFactory;
