import type { Level } from "@anji/kernel";
import type { Phase } from "./phase.ts";
import type { CampaignPlan } from "./plan.ts";
import type { WaiverKind } from "./waiver.lifecycle.ts";

export const GATE_STATES = ["pass", "fail", "unmet", "waived", "none"] as const;
export type GateState = (typeof GATE_STATES)[number];

/** A unit, as the gates need it. */
export type GateUnit = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly parentCode: string | null;
  readonly level: Level;
  readonly kind: string;
};

/** A unit that does not meet a condition, and the thing concerned. */
export type Offender = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly number: string } | null;
  /** A rule key whose message says what is missing. */
  readonly reason: string;
};

/** How one unit meets a condition before waivers: passed of total (never more), and the offenders. */
export type Standing = {
  readonly unit: GateUnit;
  readonly passed: number;
  readonly total: number;
  readonly offenders: readonly Offender[];
};

/** A setting of a condition, for people who read its result. */
export type GateSetting = { readonly key: string; readonly value: string };

/** A condition a room contributes. `Facts`: the room's facts of a unit. Pure: the same facts give the same result. */
export type Gate<Facts> = {
  readonly key: string;
  /** The levels whose units it asks. Only they may ask for a waiver of it, and they are the units of the share. */
  readonly levels: readonly Level[];
  settings?(plan: CampaignPlan): readonly GateSetting[];
  judge(plan: CampaignPlan, units: readonly (GateUnit & Facts)[]): readonly Standing[];
};

/** How one unit meets one condition. `none`: the condition has nothing to check there. */
export type GateCell = {
  readonly unitCode: string;
  readonly passed: number;
  readonly total: number;
  readonly state: GateState;
};

/** A condition checked against facts. */
export type GateResult = {
  readonly rule: string;
  readonly phase: Phase;
  readonly number: number;
  readonly title: string;
  /** The plan's own sentence. */
  readonly clause: string;
  readonly owner: string;
  readonly passed: number;
  readonly total: number;
  readonly state: GateState;
  readonly settings: readonly GateSetting[];
  readonly cells: readonly GateCell[];
  readonly offenders: readonly Offender[];
  readonly offenderCount: number;
};

export type WaiverFact = {
  readonly rule: string;
  readonly unitCode: string;
  readonly kind: WaiverKind;
  readonly expiresOn: string;
  readonly documentNo: string;
};

/** Everything the gates say before waivers, and the waivers, at one moment. By gate key. */
export type GateSnapshot = {
  readonly asOf: string;
  readonly units: readonly GateUnit[];
  readonly waivers: readonly WaiverFact[];
  readonly standings: ReadonlyMap<string, readonly Standing[]>;
  readonly settings: ReadonlyMap<string, readonly GateSetting[]>;
};

/** The standing of a unit with `passed` of `total`. A unit that is short is the offender, for this reason. */
export function standingOf(unit: GateUnit, count: { passed: number; total: number; reason: string }): Standing {
  const { passed, total, reason } = count;
  const { unitCode, unitName } = unit;
  return { unit, passed, total, offenders: passed < total ? [{ unitCode, unitName, subject: null, reason }] : [] };
}
