import type { Ctx } from "@anji/database";
import { type Actor, type Locale, LOCALES, PAGE_PERSON_FIELD, PAGE_PERSON_HEADER } from "@anji/kernel";
import { ruleBook } from "@anji/api";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { headersOf } from "./headers.ts";
import type { Parts } from "./parts.ts";

/** The context of one request. */
export async function contextOf(parts: Parts, request: FastifyRequest): Promise<Ctx> {
  const { actor, isCurrent, until } = await parts.actors.of(headersOf(request));
  const ctx = contextFor(parts, { actor, locale: readerLocale(request), requestId: request.id });
  return {
    ...ctx,
    pagePerson: pagePersonOf(request),
    isActorCurrent: isCurrent,
    actorUntil: Number.isFinite(until) ? until : undefined,
  };
}

const said = z.object({ [PAGE_PERSON_FIELD]: z.string() });

/** The person whose page sent the request: by its header, or in the address of a stream, which has no headers. */
export function pagePersonOf(request: Pick<FastifyRequest, "query" | "headers">): string | undefined {
  const header = request.headers[PAGE_PERSON_HEADER];
  if (header !== undefined) return String(header);
  return said.safeParse(request.query).data?.[PAGE_PERSON_FIELD];
}

export function contextFor(parts: Parts, request: { actor: Actor | null; locale: Locale; requestId: string }): Ctx {
  return {
    db: parts.db,
    clock: parts.clock,
    files: parts.files,
    signals: parts.signals,
    rules: ruleBook,
    filtersByScope: true,
    ...request,
  };
}

const asked = z.object({ language: z.enum(LOCALES) });

/**
 * The reader's language: the one in the address, since streams and links have no headers, or the first accepted one.
 */
export function readerLocale(request: Pick<FastifyRequest, "query" | "headers">): Locale {
  const named = asked.safeParse(request.query);
  return named.success ? named.data.language : localeOf(request.headers["accept-language"]);
}

/** The first language of the reader that we speak; Chinese when none is. */
function localeOf(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase() ?? "");
  for (const language of wanted) {
    const spoken = LOCALES.find(
      (locale) => language === locale.toLowerCase() || language.split("-")[0] === locale.split("-")[0],
    );
    if (spoken !== undefined) return spoken;
  }
  return "zh-CN";
}
