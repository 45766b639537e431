import type { Offender } from "@anji/campaign";
import { type Completeness, type GatePlace, type GateReader, gateSource } from "@anji/campaign/gate-source";
import { within } from "@anji/database";
import { isWithin, pathOfCode, type RegionPath } from "@anji/kernel";
import type { DeclarationState } from "../declaration.state.ts";
import { NO_SELF_CHECK, selfCheckGates } from "../gates.ts";
import type { UnitState } from "../unit.state.ts";
import { unitStates } from "./unit-states.ts";

const REASONS = {
  missing: "selfChecks.departmentMissing",
  partlyAnswered: "selfChecks.departmentMissing",
  returned: "selfChecks.departmentMissing",
  answered: "selfChecks.departmentUnsigned",
  moved: "selfChecks.departmentChanged",
} as const satisfies Record<Exclude<DeclarationState, "signed">, string>;

/** The gate of the self-checks, for the campaign. An offender names the unit and the department. */
export const selfChecksGateSource = gateSource({
  nothing: NO_SELF_CHECK,
  async read(reader, place) {
    const states = await statesOf(reader, place);
    const { max } = place.named;
    const named = states.filter((one) => isWithin(pathOfCode(one.unitCode), place.named.within)).flatMap(offendersOf);
    return {
      byUnit: new Map(states.map((one) => [one.unitCode, factsOf(one)])),
      subjects: { "selfChecks.declarationsComplete": named.slice(0, max) },
    };
  },
  gates: selfCheckGates,
});

/** 应报单位, 已报单位: units that owe a self-check, and those whose whole is signed and still true. */
export const selfCheckCompleteness: Completeness = {
  key: "selfChecks.declarations",
  async count(reader, place) {
    const states = await statesOf(reader, place);
    return { done: states.filter((one) => one.isSigned).length, of: states.length };
  },
};

async function statesOf(reader: GateReader, { campaign, units }: Omit<GatePlace, "named">): Promise<UnitState[]> {
  const path = topOf(units) ?? reader.actor.path;
  const regions = units.map(({ unitCode, unitName, level }) => {
    return { code: unitCode, name: unitName, level, regionPath: pathOfCode(unitCode) };
  });
  return unitStates(reader, { campaign, has: (column) => within(column, path) }, regions);
}

/** The unit that all others are under, where they are the units of one area. */
function topOf(units: GatePlace["units"]): RegionPath | null {
  const paths = units.map((one) => pathOfCode(one.unitCode));
  return paths.find((top) => paths.every((path) => isWithin(path, top))) ?? null;
}

function factsOf(state: UnitState) {
  const { declarants, isSigned } = state;
  return {
    agencyCount: declarants.filter((one) => one.declarant.kind === "agency").length,
    signedCount: declarants.filter((one) => one.state === "signed").length,
    isSigned,
  };
}

function offendersOf({ unitCode, unitName, declarants, isSigned }: UnitState): Offender[] {
  const departments = declarants.flatMap(({ declarant, state }) => {
    const subject = { kind: "declaration", id: unitCode, number: declarant.name };
    return state === "signed" ? [] : [{ unitCode, unitName, subject, reason: REASONS[state] }];
  });
  return isSigned
    ? departments
    : [...departments, { unitCode, unitName, subject: null, reason: "selfChecks.unitUnsigned" }];
}
