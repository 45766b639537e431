import type { GateCell, GateResult, GateSnapshot, GateState, GateUnit, Offender, Standing } from "./gate.ts";
import type { Phase } from "./phase.ts";
import { type CampaignPlan, type PlanGate, planPhase } from "./plan.ts";

export const OFFENDERS_SHOWN_MAX = 50;

/** The keys of the gates a plan names for a phase, in the plan's order. */
export function gateKeysOf(plan: CampaignPlan, phase: Phase): string[] {
  return planPhase(plan, phase)?.gates.map((gate) => gate.rule) ?? [];
}

/** Checks every gate of a phase against the snapshot. Pure: the same snapshot gives the same result. */
export function checkGates(plan: CampaignPlan, phase: Phase, snapshot: GateSnapshot): GateResult[] {
  const gates = planPhase(plan, phase)?.gates ?? [];
  return gates.map((gate, index) => checkGate({ gate, phase, number: index + 1 }, snapshot));
}

function checkGate(place: { gate: PlanGate; phase: Phase; number: number }, snapshot: GateSnapshot): GateResult {
  const { gate } = place;
  const standings = standingsOf(gate.rule, snapshot);
  const missing = standings.filter((one) => one.passed < one.total);
  const notWaived = missing.filter((one) => !isWaived(gate.rule, one.unit, snapshot));
  return {
    rule: gate.rule,
    phase: place.phase,
    number: place.number,
    title: gate.title,
    clause: gate.sentence,
    owner: gate.owner,
    passed: standings.reduce((sum, one) => sum + one.passed, 0),
    total: standings.reduce((sum, one) => sum + one.total, 0),
    state: stateOf({
      missing: missing.length,
      notWaived: notWaived.length,
      checked: standings.some((one) => one.total > 0),
    }),
    settings: snapshot.settings.get(gate.rule) ?? [],
    cells: standings.map((one) => cellOf(one, isWaived(gate.rule, one.unit, snapshot))),
    offenders: offendersOf(gate.rule, snapshot).slice(0, OFFENDERS_SHOWN_MAX),
    offenderCount: notWaived.reduce((sum, one) => sum + (one.total - one.passed), 0),
  };
}

/** All offenders of a condition; a gate's result has the first of them. */
export function offendersOf(rule: string, snapshot: GateSnapshot): Offender[] {
  return standingsOf(rule, snapshot)
    .filter((one) => one.passed < one.total && !isWaived(rule, one.unit, snapshot))
    .flatMap((one) => one.offenders);
}

/** Whether the phase may be left: no gate fails without a waiver. A gate with nothing to check passes. */
export function gatesHold(gates: readonly GateResult[]): boolean {
  return gates.every((gate) => gate.state !== "fail");
}

// An unchecked gate must never look like a gate with nothing to check.
function standingsOf(rule: string, snapshot: GateSnapshot): readonly Standing[] {
  const standings = snapshot.standings.get(rule);
  if (standings === undefined) throw new Error(`the plan names a gate that no room contributes: ${rule}`);
  return standings;
}

/** A waiver of a county covers it, one of a city covers its counties too, until the day it expires. */
function isWaived(rule: string, unit: GateUnit, snapshot: GateSnapshot): boolean {
  const covers = (code: string) => code === unit.unitCode || code === unit.parentCode;
  return snapshot.waivers.some(
    (waiver) => waiver.rule === rule && covers(waiver.unitCode) && waiver.expiresOn >= snapshot.asOf,
  );
}

function stateOf(counts: { missing: number; notWaived: number; checked: boolean }): GateState {
  if (!counts.checked) return "none";
  if (counts.missing === 0) return "pass";
  return counts.notWaived === 0 ? "waived" : "fail";
}

function cellOf(one: Standing, waived: boolean): GateCell {
  const holds = one.passed >= one.total;
  const state = one.total === 0 ? "none" : holds ? "pass" : waived ? "waived" : "fail";
  return { unitCode: one.unit.unitCode, passed: one.passed, total: one.total, state };
}
