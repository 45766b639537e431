import { DrizzleQueryError } from "drizzle-orm";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import type { ServerEnv } from "./env.ts";

export type LoggedError = {
  type: string;
  message: string;
  code: string | null;
  frames: string;
  cause: LoggedError | null;
};

/** The server's log. A failed statement is logged without its values: they are names, sessions and keys. */
export function createLog(level: ServerEnv["ANJI_LOG_LEVEL"]): FastifyBaseLogger {
  return pino({
    level,
    serializers: { err: (error: unknown) => (error instanceof Error ? loggedError(error) : error) },
  });
}

export function loggedError(error: Error): LoggedError {
  return {
    type: error.constructor.name,
    message: messageOf(error),
    code: "code" in error ? String(error.code) : null,
    frames: framesOf(error),
    cause: error.cause instanceof Error ? loggedError(error.cause) : null,
  };
}

function messageOf(error: Error): string {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query}`;
  // An error that only wraps another repeats its message.
  const { cause } = error;
  return cause instanceof Error && cause.message === error.message ? messageOf(cause) : error.message;
}

// A stack begins with the message, which is above already.
function framesOf({ stack = "", message }: Error): string {
  const begins = stack.indexOf(message);
  return begins < 0 ? stack : stack.slice(begins + message.length).trimStart();
}
