import { assertNever } from "@anji/kernel";
import type { GateCell, GateResult, GateSnapshot, GateState, Offender, UnitFacts } from "./gate.ts";
import type { Phase } from "./phase.ts";
import { type CampaignPlan, countsForCityFloor, coverageNeeded, type PlanGate, planPhase } from "./plan.ts";

/** The conditions this release can check. A plan names those it wants, with its own sentence and owner. */
export const GATE_RULES = [
  "campaign.groupsAndPlans",
  "campaign.selfChecksComplete",
  "campaign.findingsClassified",
  "campaign.findingsClosedOrPlanned",
  "campaign.cityFloor",
  "campaign.provinceFloor",
  "campaign.citySummaries",
] as const;
export type GateRule = (typeof GATE_RULES)[number];

export const OFFENDERS_SHOWN_MAX = 50;

/** How one unit stands to a condition before waivers: what it has of what it needs (never more), and who is missing. */
type Standing = { unit: UnitFacts; passed: number; total: number; offenders: Offender[] };

/** Checks every gate of a phase against the facts. Pure: the same snapshot gives the same result. */
export function checkGates(plan: CampaignPlan, phase: Phase, snapshot: GateSnapshot): GateResult[] {
  const gates = planPhase(plan, phase)?.gates ?? [];
  return gates.map((gate, index) => checkGate(plan, { gate, phase, number: index + 1 }, snapshot));
}

function checkGate(
  plan: CampaignPlan,
  place: { gate: PlanGate; phase: Phase; number: number },
  snapshot: GateSnapshot,
): GateResult {
  const { gate } = place;
  const standings = standingsOf(plan, gateRule(gate.rule), snapshot);
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
    facts: factsOf(plan, gateRule(gate.rule)),
    cells: standings.map((one) => cellOf(one, isWaived(gate.rule, one.unit, snapshot))),
    offenders: offendersOf(plan, gate.rule, snapshot).slice(0, OFFENDERS_SHOWN_MAX),
    offenderCount: notWaived.reduce((sum, one) => sum + (one.total - one.passed), 0),
  };
}

/** Everyone who keeps a condition from holding; a gate's result carries the first of them. */
export function offendersOf(plan: CampaignPlan, rule: string, snapshot: GateSnapshot): Offender[] {
  return standingsOf(plan, gateRule(rule), snapshot)
    .filter((one) => one.passed < one.total && !isWaived(rule, one.unit, snapshot))
    .flatMap((one) => namedOffenders(one, rule, snapshot));
}

/** Whether the phase may be left: no gate fails that a waiver does not cover. A gate with nothing to check holds. */
export function gatesHold(gates: readonly GateResult[]): boolean {
  return gates.every((gate) => gate.state !== "fail");
}

function gateRule(rule: string): GateRule {
  const known = GATE_RULES.find((one) => one === rule);
  if (known === undefined) throw new Error(`the plan names a gate this release cannot check: ${rule}`);
  return known;
}

function standingsOf(plan: CampaignPlan, rule: GateRule, snapshot: GateSnapshot): Standing[] {
  const cities = snapshot.units.filter((unit) => unit.level === "city");
  const counties = snapshot.units.filter((unit) => unit.level === "county");
  switch (rule) {
    case "campaign.groupsAndPlans":
      // 各市…成立…领导小组，结合本市实际制定具体方案
      return cities.map((unit) =>
        standing(unit, unit.hasGroup && unit.hasPlan, unit.hasGroup ? "campaign.missingPlan" : "campaign.missingGroup"),
      );
    case "campaign.selfChecksComplete":
      return counties.map((unit) => standing(unit, unit.hasSelfCheck, "campaign.missingSelfCheck"));
    case "campaign.findingsClassified":
      return counted(snapshot.units, (unit) => unit.unclassifiedCount, "campaign.missingClassification");
    case "campaign.findingsClosedOrPlanned":
      return counted(snapshot.units, (unit) => unit.unplannedCount, "campaign.missingRectificationPlan");
    case "campaign.cityFloor":
      return cities.map((unit) => cityCoverage(plan, unit, counties));
    case "campaign.provinceFloor":
      return provinceCoverage(plan, snapshot.units);
    case "campaign.citySummaries":
      return cities.map((unit) => standing(unit, unit.hasSummary, "campaign.missingSummary"));
    default:
      return assertNever(rule);
  }
}

function standing(unit: UnitFacts, holds: boolean, reason: string): Standing {
  return { unit, passed: holds ? 1 : 0, total: 1, offenders: holds ? [] : [offender(unit, reason)] };
}

function counted(units: readonly UnitFacts[], missing: (unit: UnitFacts) => number, reason: string): Standing[] {
  return units
    .filter((unit) => unit.findingCount > 0)
    .map((unit) => ({
      unit,
      passed: unit.findingCount - missing(unit),
      total: unit.findingCount,
      offenders: missing(unit) > 0 ? [offender(unit, reason)] : [],
    }));
}

/** 各市领导小组要进行抽查，抽查面不少于70%的县: each county counts once, however often it is checked. */
function cityCoverage(plan: CampaignPlan, city: UnitFacts, counties: readonly UnitFacts[]): Standing {
  const eligible = counties.filter((unit) => unit.parentCode === city.unitCode && countsForCityFloor(plan, unit.kind));
  const total = coverageNeeded(eligible.length, plan.floors.city.percent);
  const checked = eligible.filter((unit) => unit.citySpotChecks > 0).length;
  return {
    unit: city,
    passed: Math.min(checked, total),
    total,
    offenders: checked < total ? [offender(city, "campaign.belowCityFloor")] : [],
  };
}

/** 省级领导小组在巡查的基础上，抽查面不少于50%: of cities or of counties, as the plan says. */
function provinceCoverage(plan: CampaignPlan, units: readonly UnitFacts[]): Standing[] {
  const province = units.find((unit) => unit.level === "province");
  if (province === undefined) return [];
  const ofCities = plan.floors.province.unit === "cities";
  const eligible = units.filter((unit) => unit.level === (ofCities ? "city" : "county"));
  const checked = eligible.filter(
    (unit) => unit.provinceSpotChecks > 0 || (ofCities && hasCheckedCounty(units, unit)),
  ).length;
  const total = coverageNeeded(eligible.length, plan.floors.province.percent);
  return [
    {
      unit: province,
      passed: Math.min(checked, total),
      total,
      offenders: checked < total ? [offender(province, "campaign.belowProvinceFloor")] : [],
    },
  ];
}

function hasCheckedCounty(units: readonly UnitFacts[], city: UnitFacts): boolean {
  return units.some((unit) => unit.parentCode === city.unitCode && unit.provinceSpotChecks > 0);
}

function offender(unit: UnitFacts, reason: string): Offender {
  return { unitCode: unit.unitCode, unitName: unit.unitName, subject: null, reason };
}

/** The things a context can name for this unit, or the unit itself when none is named. */
function namedOffenders(one: Standing, rule: string, snapshot: GateSnapshot): Offender[] {
  const named = (snapshot.subjects[rule] ?? []).filter((subject) => subject.unitCode === one.unit.unitCode);
  return named.length > 0 ? named : one.offenders;
}

/** A waiver of a county covers it, one of a city covers its counties too, until the day it expires. */
function isWaived(rule: string, unit: UnitFacts, snapshot: GateSnapshot): boolean {
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

function factsOf(plan: CampaignPlan, rule: GateRule): GateResult["facts"] {
  if (rule === "campaign.cityFloor") {
    return [
      { key: "percent", value: String(plan.floors.city.percent) },
      { key: "denominator", value: plan.floors.city.denominator },
    ];
  }
  if (rule === "campaign.provinceFloor") {
    return [
      { key: "percent", value: String(plan.floors.province.percent) },
      { key: "unit", value: plan.floors.province.unit },
    ];
  }
  return [];
}
