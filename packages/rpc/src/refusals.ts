import type { Ctx } from "@anji/database";
import {
  assertNever,
  type FieldMistake,
  mistakesOf,
  type Refusal,
  type RefusalCode,
  RefusalError,
  refusal,
  ruleMessage,
  type WireFieldMistake,
  type WireRefusal,
} from "@anji/kernel";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { Reading } from "./reading.ts";

/** The wire form of a refusal in the reader's language. */
export function wireRefusal(reason: Refusal, ctx: Pick<Ctx, "rules" | "locale">): WireRefusal {
  return {
    code: reason.code,
    rule: reason.rule,
    about: ctx.rules[reason.rule]?.about ?? "content",
    message: ruleMessage(ctx.rules, reason.rule, reason.params, ctx.locale),
    params: reason.params,
    fields: reason.fields.map((field) => wireField(field, ctx)),
    current: reason.current,
  };
}

function wireField(field: FieldMistake, ctx: Pick<Ctx, "rules" | "locale">): WireFieldMistake {
  return { path: field.path, rule: field.rule, message: ruleMessage(ctx.rules, field.rule, field.params, ctx.locale) };
}

/** What an error says to the client: a refusal, the mistakes of an input, or a defect with its reference only. */
export function answerOf(error: TRPCError, reading: Reading | null): WireRefusal {
  const reason = reasonOf(error);
  if (reading === null) {
    return {
      code: reason?.code ?? "defect",
      rule: reason?.rule ?? "kernel.defect",
      about: "content",
      message: "",
      params: {},
      fields: [],
      current: null,
    };
  }
  return reason === null ? wireDefect(reading) : wireRefusal(reason, reading);
}

/** What a defect says: the reference of its entry in the log, and nothing about the cause. */
export function wireDefect(reading: Reading): WireRefusal {
  const params = { requestId: reading.requestId };
  return { ...wireRefusal(refusal({ code: "conflict", rule: "kernel.defect", params }), reading), code: "defect" };
}

function reasonOf(error: TRPCError): Refusal | null {
  if (error.cause instanceof RefusalError) return error.cause.refusal;
  if (error.cause instanceof ZodError && error.code === "BAD_REQUEST") {
    return refusal({ code: "invalid", rule: "kernel.invalidInput", fields: mistakesOf(error.cause) });
  }
  switch (error.code) {
    case "BAD_REQUEST":
    case "PARSE_ERROR":
    case "UNSUPPORTED_MEDIA_TYPE":
    case "METHOD_NOT_SUPPORTED":
      return refusal({ code: "invalid", rule: "kernel.invalidInput" });
    case "NOT_FOUND":
      return refusal({ code: "notFound", rule: "kernel.notFound" });
    case "PAYLOAD_TOO_LARGE":
      return refusal({ code: "tooLarge", rule: "kernel.tooLarge" });
    case "TOO_MANY_REQUESTS":
      return refusal({ code: "tooMany", rule: "kernel.tooMany" });
    default:
      return null;
  }
}

export function transportCode(code: RefusalCode): TRPC_ERROR_CODE_KEY {
  switch (code) {
    case "notSignedIn":
      return "UNAUTHORIZED";
    case "notFound":
      return "NOT_FOUND";
    case "notAllowed":
      return "FORBIDDEN";
    case "invalid":
      return "BAD_REQUEST";
    case "stale":
    case "conflict":
      return "CONFLICT";
    case "precondition":
      return "PRECONDITION_FAILED";
    case "tooLarge":
      return "PAYLOAD_TOO_LARGE";
    case "tooMany":
      return "TOO_MANY_REQUESTS";
    default:
      return assertNever(code);
  }
}
