import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GateResult, GateSnapshot, UnitFacts } from "./gate.ts";
import { checkGates, GATE_RULES, gatesHold, OFFENDERS_SHOWN_MAX, offendersOf } from "./gates.ts";
import { matrixOf } from "./matrix.ts";
import { PHASES } from "./phase.ts";
import type { CampaignPlan } from "./plan.ts";
import { aPlan, unitFacts } from "./testing.ts";

const plan = aPlan({});
const ASOF = "2009-03-01";
const province = unitFacts({ unitCode: "130000", parentCode: null, level: "province" });

function city(unitCode: string, facts: Partial<UnitFacts>): UnitFacts {
  return unitFacts({ unitCode, parentCode: "130000", level: "city", ...facts });
}

function county(unitCode: string, facts: Partial<UnitFacts>): UnitFacts {
  return unitFacts({ unitCode, parentCode: `${unitCode.slice(0, 4)}00`, level: "county", ...facts });
}

function snapshot(units: readonly UnitFacts[], change: Partial<GateSnapshot> = {}): GateSnapshot {
  return { asOf: ASOF, units, waivers: [], subjects: {}, ...change };
}

function gate(rule: string, state: GateSnapshot, of: CampaignPlan = plan): GateResult {
  const results = PHASES.flatMap((phase) => checkGates(of, phase, state));
  const found = results.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no gate ${rule}`);
  return found;
}

function waiver(rule: string, unitCode: string, expiresOn: string) {
  return { rule, unitCode, expiresOn, documentNo: "冀社保治〔2009〕3号" };
}

/** For every gate: units that meet it, units that do not, and why not. */
const CASES: readonly {
  rule: string;
  met: UnitFacts[];
  unmet: UnitFacts[];
  counts: [passed: number, total: number];
  offenders: [string, string][];
}[] = [
  {
    rule: "campaign.groupsAndPlans",
    met: [province, city("130100", { hasGroup: true, hasPlan: true })],
    unmet: [
      province,
      city("130100", { hasGroup: true, hasPlan: true }),
      city("130200", { hasGroup: true }),
      city("130300", { hasPlan: true }),
    ],
    counts: [1, 3],
    offenders: [
      ["130200", "campaign.missingPlan"],
      ["130300", "campaign.missingGroup"],
    ],
  },
  {
    rule: "campaign.selfChecksComplete",
    met: [province, city("130100", {}), county("130102", { hasSelfCheck: true })],
    unmet: [province, city("130100", {}), county("130102", { hasSelfCheck: true }), county("130103", {})],
    counts: [1, 2],
    offenders: [["130103", "campaign.missingSelfCheck"]],
  },
  {
    rule: "campaign.findingsClassified",
    met: [county("130102", { findingCount: 3 }), county("130103", {})],
    unmet: [county("130102", { findingCount: 3, unclassifiedCount: 1 }), province, city("130100", { findingCount: 2 })],
    counts: [4, 5],
    offenders: [["130102", "campaign.missingClassification"]],
  },
  {
    rule: "campaign.findingsClosedOrPlanned",
    met: [county("130102", { findingCount: 3, unclassifiedCount: 1 })],
    unmet: [county("130102", { findingCount: 3, unplannedCount: 2 })],
    counts: [1, 3],
    offenders: [["130102", "campaign.missingRectificationPlan"]],
  },
  {
    rule: "campaign.cityFloor",
    met: [
      city("130100", {}),
      county("130102", { citySpotChecks: 1 }),
      county("130103", { citySpotChecks: 5 }),
      county("130104", { citySpotChecks: 1 }),
    ],
    unmet: [
      city("130100", {}),
      county("130102", { citySpotChecks: 9 }),
      county("130103", {}),
      county("130104", {}),
      county("130202", { citySpotChecks: 1 }),
    ],
    counts: [1, 3],
    offenders: [["130100", "campaign.belowCityFloor"]],
  },
  {
    rule: "campaign.provinceFloor",
    met: [
      province,
      city("130100", { provinceSpotChecks: 1 }),
      city("130200", {}),
      city("130300", {}),
      county("130302", { provinceSpotChecks: 1 }),
    ],
    unmet: [province, city("130100", { provinceSpotChecks: 3 }), city("130200", {}), city("130300", {})],
    counts: [1, 2],
    offenders: [["130000", "campaign.belowProvinceFloor"]],
  },
  {
    rule: "campaign.citySummaries",
    met: [city("130100", { hasSummary: true }), province],
    unmet: [city("130100", { hasSummary: true }), city("130200", {})],
    counts: [1, 2],
    offenders: [["130200", "campaign.missingSummary"]],
  },
];

it("has a case for every gate there is", () => {
  expect(CASES.map((one) => one.rule)).toEqual([...GATE_RULES]);
});

describe.each(CASES)("the gate $rule", ({ rule, met, unmet, counts, offenders }) => {
  it("passes when everyone has done it", () => {
    const result = gate(rule, snapshot(met));
    expect([result.state, result.passed, result.offenders, result.offenderCount]).toEqual([
      "pass",
      result.total,
      [],
      0,
    ]);
    expect(gatesHold([result])).toBe(true);
  });

  it("fails when someone has not, and names them with the reason", () => {
    const result = gate(rule, snapshot(unmet));
    expect([result.state, result.passed, result.total]).toEqual(["fail", ...counts]);
    expect(result.offenders.map((one) => [one.unitCode, one.reason])).toEqual(offenders);
    expect(gatesHold([result])).toBe(false);
  });

  it("is waived when a waiver in force covers each of them, and not a day longer", () => {
    const until = (expiresOn: string) =>
      snapshot(unmet, { waivers: offenders.map(([unit]) => waiver(rule, unit, expiresOn)) });
    const waived = gate(rule, until(ASOF));
    expect([waived.state, waived.offenders, waived.passed, waived.total]).toEqual(["waived", [], ...counts]);
    expect(gatesHold([waived])).toBe(true);
    expect(gate(rule, until("2009-02-28")).state).toBe("fail");
  });

  it("fails when the waiver is for another rule or another unit", () => {
    const other = GATE_RULES.find((one) => one !== rule) ?? rule;
    expect(
      gate(rule, snapshot(unmet, { waivers: offenders.map(([unit]) => waiver(other, unit, "2009-12-31")) })).state,
    ).toBe("fail");
    expect(gate(rule, snapshot(unmet, { waivers: [waiver(rule, "139900", "2009-12-31")] })).state).toBe("fail");
  });

  it("has nothing to say where there is nothing to check, and then holds nobody up", () => {
    const result = gate(rule, snapshot([]));
    expect([result.state, result.total, result.cells, gatesHold([result])]).toEqual(["none", 0, [], true]);
  });

  it("quotes the plan and counts its place in the phase", () => {
    const result = gate(rule, snapshot(met));
    const written = plan.phases.find((phase) => phase.key === result.phase)?.gates[result.number - 1];
    expect([result.rule, result.clause, result.title, result.owner]).toEqual([
      written?.rule,
      written?.sentence,
      written?.title,
      written?.owner,
    ]);
  });
});

describe("a waiver of a city", () => {
  it("covers its counties, and no other city's", () => {
    const units = [city("130100", {}), county("130102", {}), county("130202", {})];
    const result = gate(
      "campaign.selfChecksComplete",
      snapshot(units, { waivers: [waiver("campaign.selfChecksComplete", "130100", "2009-12-31")] }),
    );
    expect(result.cells.map((cell) => [cell.unitCode, cell.state])).toEqual([
      ["130102", "waived"],
      ["130202", "fail"],
    ]);
    expect(result.offenders.map((one) => one.unitCode)).toEqual(["130202"]);
  });
});

describe("offenders", () => {
  it("are the things a context can name, and the unit itself where it names none", () => {
    const named = {
      unitCode: "130102",
      unitName: "长安区",
      subject: { kind: "finding", id: "f1", number: "石-0001" },
      reason: "test.reason",
    } as const;
    const units = [
      county("130102", { findingCount: 1, unclassifiedCount: 1 }),
      county("130103", { findingCount: 1, unclassifiedCount: 1 }),
    ];
    const result = gate(
      "campaign.findingsClassified",
      snapshot(units, { subjects: { "campaign.findingsClassified": [named] } }),
    );
    expect(result.offenders).toEqual([
      named,
      { unitCode: "130103", unitName: "130103", subject: null, reason: "campaign.missingClassification" },
    ]);
  });

  it("past the first fifty are counted in the gate and told in full when asked", () => {
    const units = Array.from({ length: 80 }, (_, index) => county(`1301${String(index + 10)}`, {}));
    const result = gate("campaign.selfChecksComplete", snapshot(units));
    expect([result.offenders.length, result.offenderCount]).toEqual([OFFENDERS_SHOWN_MAX, 80]);
    expect(offendersOf(plan, "campaign.selfChecksComplete", snapshot(units))).toHaveLength(80);
  });
});

describe("a plan's settings", () => {
  it("decide what a floor is taken of", () => {
    const units = [
      city("130100", {}),
      county("130102", { kind: "市辖区" }),
      county("130103", { kind: "市辖区" }),
      county("130121", { citySpotChecks: 1 }),
    ];
    const withoutDistricts = aPlan({
      floors: { ...plan.floors, city: { ...plan.floors.city, denominator: "withoutDistricts" } },
    });
    expect([
      gate("campaign.cityFloor", snapshot(units)).total,
      gate("campaign.cityFloor", snapshot(units), withoutDistricts).total,
    ]).toEqual([3, 1]);
    expect(gate("campaign.cityFloor", snapshot(units), withoutDistricts).state).toBe("pass");
    const ofCounties = aPlan({ floors: { ...plan.floors, province: { ...plan.floors.province, unit: "counties" } } });
    expect(gate("campaign.provinceFloor", snapshot([province, ...units]), ofCounties)).toMatchObject({
      passed: 0,
      total: 2,
    });
    expect(gate("campaign.provinceFloor", snapshot([province, ...units]))).toMatchObject({ passed: 0, total: 1 });
  });

  it("that name a gate this release cannot check stop the check", () => {
    const [first, ...others] = plan.phases;
    if (first === undefined) throw new Error("no phase");
    const unknown = aPlan({
      phases: [
        { ...first, gates: [{ rule: "campaign.moonPhase", title: "月相", sentence: "月相", owner: "天" }] },
        ...others,
      ],
    });
    expect(() => checkGates(unknown, "deployment", snapshot([]))).toThrow("campaign.moonPhase");
  });
});

describe("the city floor", () => {
  it("is met exactly when the share of counties checked is not less than the floor, in integers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (checks, percent) => {
          const of = aPlan({ floors: { ...plan.floors, city: { ...plan.floors.city, percent } } });
          const counties = checks.map((citySpotChecks, index) =>
            county(`1301${String(index + 10)}`, { citySpotChecks }),
          );
          const result = gate("campaign.cityFloor", snapshot([city("130100", {}), ...counties]), of);
          const checked = checks.filter((one) => one > 0).length;
          const meets = checked * 100 >= checks.length * percent;
          expect(result.state).toBe(checks.length === 0 ? "none" : meets ? "pass" : "fail");
          expect(result.passed).toBe(Math.min(checked, result.total));
        },
      ),
    );
  });
});

describe("the matrix", () => {
  const facts = fc.record({
    hasGroup: fc.boolean(),
    hasPlan: fc.boolean(),
    hasSelfCheck: fc.boolean(),
    hasSummary: fc.boolean(),
    findingCount: fc.integer({ min: 0, max: 9 }),
    citySpotChecks: fc.integer({ min: 0, max: 2 }),
    provinceSpotChecks: fc.integer({ min: 0, max: 2 }),
    missing: fc.integer({ min: 0, max: 9 }),
  });
  const anyUnits = fc
    .array(fc.tuple(facts, fc.array(facts, { maxLength: 6 })), { minLength: 1, maxLength: 5 })
    .map((cities) => [
      province,
      ...cities.flatMap(([own, counties], index) => [
        city(`13${String(index + 10)}00`, unclassified(own)),
        ...counties.map((one, place) => county(`13${String(index + 10)}${String(place + 10)}`, unclassified(one))),
      ]),
    ]);

  function unclassified({ missing, ...own }: { missing: number; findingCount: number }): Partial<UnitFacts> {
    return {
      ...own,
      unclassifiedCount: Math.min(missing, own.findingCount),
      unplannedCount: Math.min(missing, own.findingCount),
    };
  }

  it("adds up: the rows of a gate to its total, and the cells of a row to its state", () => {
    fc.assert(
      fc.property(anyUnits, fc.constantFrom(...PHASES), fc.boolean(), (units, phase, isWaived) => {
        const waivers = isWaived ? GATE_RULES.map((rule) => waiver(rule, "131000", "2009-12-31")) : [];
        const gates = checkGates(plan, phase, snapshot(units, { waivers }));
        const matrix = matrixOf(gates, units, "130000");
        gates.forEach((one, place) => {
          const cells = matrix.units.map((row) => row.cells[place]);
          expect(cells.reduce((sum, cell) => sum + (cell?.passed ?? 0), 0)).toBe(one.passed);
          expect(cells.reduce((sum, cell) => sum + (cell?.total ?? 0), 0)).toBe(one.total);
          expect(cells.some((cell) => cell?.state === "fail")).toBe(one.state === "fail");
          expect(matrix.total[place]).toMatchObject({
            rule: one.rule,
            passed: one.passed,
            total: one.total,
            state: one.state,
          });
        });
        for (const row of matrix.units)
          expect(row.state === "fail").toBe(row.cells.some((cell) => cell.state === "fail"));
      }),
    );
  });

  it("of a city has its counties as rows, and the city where a gate looks at it", () => {
    const units = [city("130100", { hasGroup: true }), county("130102", {}), county("130103", {})];
    const rows = (phase: (typeof PHASES)[number]) =>
      matrixOf(checkGates(plan, phase, snapshot(units)), units, "130100").units.map((row) => row.unitCode);
    expect([rows("deployment"), rows("selfCheck")]).toEqual([
      ["130100", "130102", "130103"],
      ["130102", "130103"],
    ]);
  });
});
