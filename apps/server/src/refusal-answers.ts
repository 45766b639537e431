import { ruleBook } from "@anji/api";
import { type Refusal, type RefusalCode, refusal } from "@anji/kernel";
import { type Reading, transportCode, wireDefect, type WireRefusal, wireRefusal } from "@anji/rpc";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readerLocale } from "./request-context.ts";

const LOWEST_DEFECT_STATUS = 500;

/** Every refusal or error outside a procedure has one form: a refusal in words, or a reference. */
export function registerRefusalAnswers(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply));
}

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? LOWEST_DEFECT_STATUS;
  if (status >= LOWEST_DEFECT_STATUS) {
    request.log.error({ err: error, requestId: request.id }, "defect");
    return send(reply.code(LOWEST_DEFECT_STATUS), wireDefect(readingOf(request)));
  }
  return send(reply.code(status), wireRefusal(REASONS[codeOf(status)], readingOf(request)));
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerRefusal(REASONS.notFound, request, reply);
}

export function answerRefusal(reason: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: transportCode(reason.code) }));
  return send(reply.code(status), wireRefusal(reason, readingOf(request)));
}

export function readingOf(request: FastifyRequest): Reading {
  return { rules: ruleBook, locale: readerLocale(request), requestId: request.id };
}

const REASONS = {
  invalid: refusal({ code: "invalid", rule: "kernel.invalidInput" }),
  notFound: refusal({ code: "notFound", rule: "kernel.notFound" }),
  tooLarge: refusal({ code: "tooLarge", rule: "kernel.tooLarge" }),
  tooMany: refusal({ code: "tooMany", rule: "kernel.tooMany" }),
} as const satisfies Partial<Record<RefusalCode, Refusal>>;

/** The refusal behind a status of the HTTP library. */
function codeOf(status: number): keyof typeof REASONS {
  if (status === 404) return "notFound";
  if (status === 413) return "tooLarge";
  return status === 429 ? "tooMany" : "invalid";
}

function send(reply: FastifyReply, refused: WireRefusal): FastifyReply {
  return reply.type("application/json").send({ error: { message: refused.message, data: { refusal: refused } } });
}
