import { type Actor, type Permission, type Refusal, refusal, whyNotAllowed } from "@anji/kernel";
import { selfChecksPermissions } from "./permissions.ts";
import type { DeclarantState } from "./declaration.state.ts";
import type { UnitState } from "./unit.state.ts";

type Asking = Pick<Actor, "unitCode" | "level" | "roles" | "personId">;
export type Asked = {
  readonly actor: Asking;
  readonly phase: string;
  readonly unitCode: string;
  readonly one: DeclarantState;
};

/** Why this person cannot answer for this department now; null when it is open. */
export function whyNotAnswer(asked: Asked): Refusal | null {
  const { state } = asked.one;
  return whyNotOwn(selfChecksPermissions.answer, asked) ?? (state === "signed" ? no("selfChecks.alreadySigned") : null);
}

/** Why this person cannot sign for this department now. Another person than the one who answered signs. */
export function whyNotSign(asked: Asked): Refusal | null {
  const { state, declaration, cells } = asked.one;
  const own = whyNotOwn(selfChecksPermissions.signDeclaration, asked);
  if (own !== null) return own;
  if (declaration === null) return no("selfChecks.notAnswered");
  if (state === "signed") return no("selfChecks.alreadySigned");
  if (state === "returned" || state === "moved") return no("selfChecks.answerAgain");
  const unanswered = cells.filter((cell) => cell.answer === null).length;
  if (unanswered > 0) return no("selfChecks.cellsUnanswered", { count: unanswered });
  return declaration.answeredBy === asked.actor.personId ? notAllowed("selfChecks.signedByOther") : null;
}

/** Why this person cannot return the declaration for another answer. */
export function whyNotReturn(asked: Asked): Refusal | null {
  const own = whyNotOwn(selfChecksPermissions.returnDeclaration, asked);
  if (own !== null) return own;
  if (asked.one.declaration === null) return no("selfChecks.notAnswered");
  return asked.one.state === "returned" ? no("selfChecks.answerAgain") : null;
}

/** Why this person cannot sign the whole of the unit now. */
export function whyNotSignUnit(asked: { actor: Asking; phase: string; unit: UnitState }): Refusal | null {
  const { actor, phase, unit } = asked;
  const allowed = whyNotAllowed(selfChecksPermissions.signUnit, actor) ?? whyNotPhase(phase);
  if (allowed !== null) return allowed;
  if (actor.unitCode !== unit.unitCode) return notAllowed("selfChecks.ownUnit");
  if (unit.declarants.length === 0) return no("selfChecks.nothingOwed");
  const open = unit.declarants.filter((one) => one.state !== "signed").map((one) => one.declarant.name);
  if (open.length > 0) return no("selfChecks.departmentsOpen", { names: open.join("、") });
  if (unit.undeclaredCount > 0) return no("selfChecks.rowsUndeclared", { count: unit.undeclaredCount });
  if (unit.isSigned) return no("selfChecks.alreadySigned");
  const hasAnswered = unit.declarants.some((one) => one.declaration?.answeredBy === actor.personId);
  return hasAnswered ? notAllowed("selfChecks.signedByOther") : null;
}

function whyNotOwn(permission: Permission, { actor, phase, unitCode, one }: Asked): Refusal | null {
  const allowed = whyNotAllowed(permission, actor) ?? whyNotPhase(phase);
  if (allowed !== null) return allowed;
  const { declarant } = one;
  const signsItself = declarant.kind === "agency" && declarant.hasPeople;
  if (signsItself) return actor.unitCode === declarant.code ? null : notAllowed("selfChecks.agencySignsItself");
  return actor.unitCode === unitCode ? null : notAllowed("selfChecks.ownUnit");
}

// Late is possible and marked; before the phase there is nothing to declare.
function whyNotPhase(phase: string): Refusal | null {
  if (phase === "ended") return no("campaign.alreadyEnded");
  return phase === "deployment" ? no("selfChecks.notOpen") : null;
}

function no(rule: string, params: Refusal["params"] = {}): Refusal {
  return refusal({ code: "precondition", rule, params });
}

function notAllowed(rule: string): Refusal {
  return refusal({ code: "notAllowed", rule });
}
