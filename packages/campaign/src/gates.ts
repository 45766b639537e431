import type { GateCell, GateResult, GateSnapshot, GateState, GateUnit, Offender, Standing } from "./gate.ts";
import { type Phase, PHASES } from "./phase.ts";
import { type CampaignPlan, phaseOfGate, type PlanGate, planPhase } from "./plan.ts";

export const OFFENDERS_SHOWN_MAX = 50;

/** The keys of the gates a plan names for a phase, in the plan's order. */
export function gateKeysOf(plan: CampaignPlan, phase: Phase): string[] {
  return planPhase(plan, phase)?.gates.map((gate) => gate.rule) ?? [];
}

/** Checks every gate of a phase against the snapshot. Pure: the same snapshot gives the same result. */
export function checkGates(plan: CampaignPlan, phase: Phase, snapshot: GateSnapshot): GateResult[] {
  const gates = planPhase(plan, phase)?.gates ?? [];
  return gates.map((gate, index) => checkGate({ plan, gate, phase, number: index + 1 }, snapshot));
}

type GatePlace = { plan: CampaignPlan; gate: PlanGate; phase: Phase; number: number };

function checkGate(place: GatePlace, snapshot: GateSnapshot): GateResult {
  const { plan, gate } = place;
  const cover = (unit: GateUnit) => coverOf({ plan, rule: gate.rule, unit }, snapshot);
  const standings = standingsOf(gate.rule, snapshot);
  const missing = standings.filter((one) => one.passed < one.total);
  const notWaived = missing.filter((one) => cover(one.unit) !== "waived");
  return {
    rule: gate.rule,
    phase: place.phase,
    number: place.number,
    title: gate.title,
    clause: gate.sentence,
    owner: gate.owner,
    passed: standings.reduce((sum, one) => sum + one.passed, 0),
    total: standings.reduce((sum, one) => sum + one.total, 0),
    state: standings.some((one) => one.total > 0) ? worst(missing.map((one) => cover(one.unit) ?? "fail")) : "none",
    settings: snapshot.settings.get(gate.rule) ?? [],
    cells: standings.map((one) => cellOf(one, cover(one.unit))),
    offenders: offendersOf({ plan, rule: gate.rule }, snapshot).slice(0, OFFENDERS_SHOWN_MAX),
    offenderCount: notWaived.reduce((sum, one) => sum + (one.total - one.passed), 0),
  };
}

/** All offenders of a condition; a gate's result has the first of them. */
export function offendersOf(asked: { plan: CampaignPlan; rule: string }, snapshot: GateSnapshot): Offender[] {
  return standingsOf(asked.rule, snapshot)
    .filter((one) => one.passed < one.total && coverOf({ ...asked, unit: one.unit }, snapshot) !== "waived")
    .flatMap((one) => one.offenders);
}

/** Whether a gate keeps the phase from being left: a unit is short, and no waiver in force covers it. */
export function isShort({ state }: Pick<GateResult, "state">): boolean {
  return state === "fail" || state === "unmet";
}

/** Whether the phase may be left. A gate with nothing to check passes. */
export function gatesHold(gates: readonly GateResult[]): boolean {
  return !gates.some(isShort);
}

// An unchecked gate must never look like a gate with nothing to check.
function standingsOf(rule: string, snapshot: GateSnapshot): readonly Standing[] {
  const standings = snapshot.standings.get(rule);
  if (standings === undefined) throw new Error(`the plan names a gate that no room contributes: ${rule}`);
  return standings;
}

/** What covers a unit that is short: a waiver in force, a delay that ended unmet, or nothing. */
export type Cover = "waived" | "unmet" | null;

/**
 * A waiver covers its own unit until its day. A delay lets a phase pass, and the duty is done in a later one. After the
 * last phase there is none, so only an exemption covers a condition of it.
 */
export function coverOf(
  { plan, rule, unit }: { plan: CampaignPlan; rule: string; unit: Pick<GateUnit, "unitCode"> },
  snapshot: Pick<GateSnapshot, "asOf" | "waivers">,
): Cover {
  const isLast = phaseOfGate(plan, rule) === PHASES.at(-1);
  const own = snapshot.waivers.filter((waiver) => waiver.rule === rule && waiver.unitCode === unit.unitCode);
  const covers = own.some((one) => one.expiresOn >= snapshot.asOf && (one.kind === "exemption" || !isLast));
  if (covers) return "waived";
  return own.some((one) => one.kind === "delay" && one.expiresOn < snapshot.asOf) ? "unmet" : null;
}

function worst(states: readonly ("fail" | "unmet" | "waived")[]): GateState {
  return (["fail", "unmet", "waived"] as const).find((state) => states.includes(state)) ?? "pass";
}

function cellOf(one: Standing, cover: Cover): GateCell {
  const state = one.total === 0 ? "none" : one.passed >= one.total ? "pass" : (cover ?? "fail");
  return { unitCode: one.unit.unitCode, passed: one.passed, total: one.total, state };
}
