import { describe, expect, it } from "vitest";
import type { Gate, GateResult, GateSnapshot, GateUnit, WaiverFact } from "../gate.ts";
import { checkGates, gateKeysOf, gatesHold } from "../gates.ts";
import type { CampaignPlan } from "../plan.ts";
import { PHASES } from "../phase.ts";

const AS_OF = "2009-03-01";

/** What gates say of units, as if their rooms had read these facts. */
export function snapshotOf<Facts>(
  gates: readonly Gate<Facts>[],
  given: { plan: CampaignPlan; units: readonly (GateUnit & Facts)[]; waivers: readonly WaiverFact[] },
): GateSnapshot {
  const { plan, units, waivers } = given;
  return {
    asOf: AS_OF,
    units,
    waivers,
    standings: new Map(gates.map((gate) => [gate.key, gate.judge(plan, units)])),
    settings: new Map(gates.map((gate) => [gate.key, gate.settings?.(plan) ?? []])),
  };
}

/** One gate's result, in the phase the plan names it for. */
export function gateResult(plan: CampaignPlan, key: string, snapshot: GateSnapshot): GateResult {
  const named = PHASES.filter((one) => gateKeysOf(plan, one).includes(key));
  const result = named.flatMap((one) => checkGates(plan, one, snapshot)).find((one) => one.rule === key);
  if (result === undefined) throw new Error(`the plan names no gate ${key}`);
  return result;
}

export type GateCase<Facts> = {
  readonly key: string;
  /** Units that meet the gate, and units of which some do not. */
  readonly met: readonly (GateUnit & Facts)[];
  readonly unmet: readonly (GateUnit & Facts)[];
  /** What the gate counts of the latter, and who keeps it from holding, with the reason. */
  readonly counts: readonly [passed: number, total: number];
  readonly offenders: readonly (readonly [unitCode: string, reason: string])[];
};

/** The tests of a room's gates: a case for each of them, met, unmet and waived. */
export function describeGates<Facts>(
  gates: readonly Gate<Facts>[],
  told: { plan: CampaignPlan; cases: readonly GateCase<Facts>[] },
): void {
  it("has a case for every gate there is", () => {
    expect(told.cases.map((one) => one.key).toSorted()).toEqual(gates.map((gate) => gate.key).toSorted());
  });

  describe.each(told.cases)("the gate $key", (one) => {
    const { met, unmet, waived, expired, ofAnotherGate, ofAnotherUnit, empty } = gateStory(gates, told.plan, one);

    it("passes when everyone has done it", () => {
      expect([met.state, met.passed, met.offenders, met.offenderCount]).toEqual(["pass", met.total, [], 0]);
      expect(gatesHold([met])).toBe(true);
    });

    it("fails when someone has not, and names them with the reason", () => {
      expect([unmet.state, unmet.passed, unmet.total]).toEqual(["fail", ...one.counts]);
      expect(unmet.offenders.map(({ unitCode, reason }) => [unitCode, reason])).toEqual(one.offenders);
      expect(gatesHold([unmet])).toBe(false);
    });

    it("is waived while a waiver of its own covers each of them", () => {
      expect([waived.state, waived.offenders, waived.passed, waived.total]).toEqual(["waived", [], ...one.counts]);
      expect(gatesHold([waived])).toBe(true);
      expect([expired.state, ofAnotherGate.state, ofAnotherUnit.state]).toEqual(["fail", "fail", "fail"]);
    });

    it("has nothing to say where there is nothing to check, and then holds nobody up", () => {
      expect([empty.state, empty.total, empty.cells, gatesHold([empty])]).toEqual(["none", 0, [], true]);
    });
  });
}

/** What a gate says of a case: met, unmet, and unmet with waivers in force, expired, and for others. */
export function gateStory<Facts>(gates: readonly Gate<Facts>[], plan: CampaignPlan, one: GateCase<Facts>) {
  const result = (units: readonly (GateUnit & Facts)[], waivers: readonly WaiverFact[]) =>
    gateResult(plan, one.key, snapshotOf(gates, { plan, units, waivers }));
  const waived = (change: Partial<WaiverFact>) =>
    result(
      one.unmet,
      one.offenders.map(([unitCode]) => ({
        rule: one.key,
        unitCode,
        kind: "exemption" as const,
        expiresOn: AS_OF,
        documentNo: "3号",
        ...change,
      })),
    );
  return {
    met: result(one.met, []),
    unmet: result(one.unmet, []),
    waived: waived({}),
    expired: waived({ expiresOn: "2009-02-28" }),
    ofAnotherGate: waived({ rule: "planted.other" }),
    ofAnotherUnit: waived({ unitCode: "139900" }),
    empty: result([], []),
  };
}
