import type { Ctx } from "@anji/database";
import { type Actor, type Locale, LOCALES } from "@anji/kernel";
import { ruleBook } from "@anji/api";
import type { Parts } from "./parts.ts";

/** The context of one request. */
export async function contextOf(parts: Parts, request: { headers: Headers; requestId: string }): Promise<Ctx> {
  const actor = await parts.actors.of(request.headers);
  return contextFor(parts, { actor, locale: localeOf(request.headers.get("accept-language")), requestId: request.requestId });
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

/** The first language of the reader that we speak; Chinese when none is. */
export function localeOf(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase() ?? "");
  for (const language of wanted) {
    const spoken = LOCALES.find((locale) => language === locale.toLowerCase() || language.split("-")[0] === locale.split("-")[0]);
    if (spoken !== undefined) return spoken;
  }
  return "zh-CN";
}
