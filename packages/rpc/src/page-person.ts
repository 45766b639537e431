import type { Ctx } from "@anji/database";
import { type Refusal, refusal } from "@anji/kernel";

/**
 * Two persons at one computer: the session is the browser's, the page is one person's. Why a request of this page is
 * not carried out in the session of another person; null when both are the same, or no page sent it.
 */
export function whyNotThisPerson({ actor, pagePerson }: Pick<Ctx, "actor" | "pagePerson">): Refusal | null {
  if (actor === null || pagePerson === undefined || pagePerson === actor.personId) return null;
  const params = { name: actor.name, unit: actor.unitName };
  return refusal({ code: "conflict", rule: "kernel.otherPerson", params });
}
