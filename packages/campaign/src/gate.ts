import type { Phase } from "./phase.ts";

export const GATE_STATES = ["pass", "fail", "waived", "none"] as const;
export type GateState = (typeof GATE_STATES)[number];

/** One who does not meet a condition, and the thing it is about. */
export type Offender = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly number: string;
  } | null;
  /** A rule key whose message says what is missing. */
  readonly reason: string;
};

/** How one unit stands to one condition. `none`: the condition has nothing to check there. */
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
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly cells: readonly GateCell[];
  readonly offenders: readonly Offender[];
  readonly offenderCount: number;
};

/** Facts about one unit, as each context counts them. Absent counts mean zero. */
export type UnitFacts = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly parentCode: string | null;
  readonly level: "province" | "city" | "county";
  readonly kind: string;
  readonly hasGroup: boolean;
  readonly hasPlan: boolean;
  readonly hasSelfCheck: boolean;
  readonly findingCount: number;
  readonly unclassifiedCount: number;
  readonly unplannedCount: number;
  readonly citySpotChecks: number;
  readonly provinceSpotChecks: number;
  readonly hasSummary: boolean;
};

export type WaiverFact = {
  readonly rule: string;
  readonly unitCode: string;
  readonly expiresOn: string;
  readonly documentNo: string;
};

/** Everything the gates look at, at one moment. */
export type GateSnapshot = {
  readonly asOf: string;
  readonly units: readonly UnitFacts[];
  readonly waivers: readonly WaiverFact[];
  /** Named offenders a context can point to, by rule; at most 50 each. */
  readonly subjects: Readonly<Record<string, readonly Offender[]>>;
};

/** What a context above contributes to the snapshot: counts by unit code, and named offenders by rule. */
export type GateFacts = {
  readonly byUnit: ReadonlyMap<string, Partial<UnitFacts>>;
  readonly subjects: Readonly<Record<string, readonly Offender[]>>;
};
