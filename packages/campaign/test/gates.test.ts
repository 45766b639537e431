import { knownDay, newId, regionPath } from "@anji/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GateResult, GateSnapshot, GateUnit, Offender, WaiverFact } from "../src/gate.ts";
import { type GateReader, gateSource } from "../src/gate-source.ts";
import { checkGates, gatesHold, OFFENDERS_SHOWN_MAX, offendersOf } from "../src/gates.ts";
import { matrixOf } from "../src/matrix.ts";
import { PHASES } from "../src/phase.ts";
import {
  aPlan,
  type GateCase,
  gateResult,
  describeGates,
  gateStory,
  PLANTED_NOTHING,
  type PlantedFacts,
  phasesNaming,
  plantedGates,
  snapshotOf,
  unitsWith,
} from "../src/testing.ts";

const plan = aPlan({});
const KEYS = plantedGates.map((one) => one.key);
const { province: aProvince, city, county } = unitsWith(PLANTED_NOTHING);
const province = aProvince({});
type Unit = GateUnit & PlantedFacts;

function snapshot(units: readonly Unit[], waivers: readonly WaiverFact[] = []): GateSnapshot {
  return snapshotOf(plantedGates, { plan, units, waivers });
}

function gate(key: string, state: GateSnapshot): GateResult {
  return gateResult(plan, key, state);
}

function waiver(rule: string, unitCode: string, expiresOn: string): WaiverFact {
  return { rule, unitCode, kind: "exemption", expiresOn, documentNo: "冀社保治〔2009〕3号" };
}

/** For every form of gate: units that meet it, units that do not, and why not. */
const CASES: readonly GateCase<PlantedFacts>[] = [
  ...["planted.citiesReady", "planted.citiesFinished"].map((key): GateCase<PlantedFacts> => ({
    key,
    met: [province, city("130100", { isDone: true })],
    unmet: [province, city("130100", { isDone: true }), city("130200", {}), city("130300", {})],
    counts: [1, 3],
    offenders: [
      ["130200", "planted.notDone"],
      ["130300", "planted.notDone"],
    ],
  })),
  {
    key: "planted.countiesDone",
    met: [province, city("130100", {}), county("130102", { isDone: true })],
    unmet: [province, city("130100", {}), county("130102", { isDone: true }), county("130103", {})],
    counts: [1, 2],
    offenders: [["130103", "planted.notDone"]],
  },
  {
    key: "planted.thingsClosed",
    met: [county("130102", { thingCount: 3 }), county("130103", {})],
    unmet: [county("130102", { thingCount: 3, openCount: 1 }), province, city("130100", { thingCount: 2 })],
    counts: [4, 5],
    offenders: [["130102", "planted.open"]],
  },
  {
    key: "planted.provinceShare",
    met: [province, city("130100", { isDone: true }), city("130200", {})],
    unmet: [province, city("130100", { isDone: true }), city("130200", {}), city("130300", {})],
    counts: [1, 2],
    offenders: [["130000", "planted.short"]],
  },
];

describeGates(plantedGates, { plan, cases: CASES });

describe.each(CASES)("the gate $key", (one) => {
  const story = gateStory(plantedGates, plan, one);

  it("quotes the plan and counts its place in the phase", () => {
    const result = story.met;
    const written = plan.phases.find((phase) => phase.key === result.phase)?.gates[result.number - 1];
    expect([result.rule, result.clause, result.title, result.owner]).toEqual([
      written?.rule,
      written?.sentence,
      written?.title,
      written?.owner,
    ]);
  });
});

describe("a waiver", () => {
  const units = [city("130100", {}), county("130102", {}), county("130103", {}), county("130202", {})];
  const key = "planted.countiesDone";
  const delay = (unitCode: string, expiresOn: string): WaiverFact => ({
    ...waiver(key, unitCode, expiresOn),
    kind: "delay",
  });
  const states = (waivers: readonly WaiverFact[]) =>
    gate(key, snapshot(units, waivers)).cells.map((cell) => [cell.unitCode, cell.state]);

  it("covers its own unit alone: a city's covers none of its counties", () => {
    expect(states([waiver(key, "130100", "2009-12-31"), waiver(key, "130102", "2009-12-31")])).toEqual([
      ["130102", "waived"],
      ["130103", "fail"],
      ["130202", "fail"],
    ]);
  });

  it("that delays a duty leaves it unmet after its day; an ended exemption leaves it failing", () => {
    expect(states([delay("130102", "2009-02-28"), waiver(key, "130103", "2009-02-28")])).toEqual([
      ["130102", "unmet"],
      ["130103", "fail"],
      ["130202", "fail"],
    ]);
    const only = gate(key, snapshot([county("130102", {})], [delay("130102", "2009-02-28")]));
    expect([only.state, only.offenders.map((one) => one.unitCode), gatesHold([only])]).toEqual([
      "unmet",
      ["130102"],
      false,
    ]);
  });

  it("of the last phase must be an exemption: no later phase is left for a delayed duty", () => {
    const rule = "planted.citiesFinished";
    const of = (kind: WaiverFact["kind"]) =>
      gate(rule, snapshot([city("130100", {})], [{ ...waiver(rule, "130100", "2009-12-31"), kind }])).state;
    expect([of("delay"), of("exemption")]).toEqual(["fail", "waived"]);
  });
});

describe("offenders", () => {
  const units = [
    county("130102", { thingCount: 1, openCount: 1 }),
    county("130103", { thingCount: 1, openCount: 1 }),
    county("130104", { thingCount: 1 }),
  ];
  const named = (unitCode: string): Offender => ({
    unitCode,
    unitName: "长安区",
    subject: { kind: "thing", id: "t1", number: "石-0001" },
    reason: "test.reason",
  });
  const noReader: GateReader = {
    get tx() {
      return expect.fail("the source asks no database");
    },
    get actor() {
      return expect.fail("the source asks for nobody");
    },
    today: knownDay("2009-03-01"),
    scope: () => expect.fail("the source asks no database"),
  };
  function standings(keys: readonly string[]) {
    const source = gateSource({
      nothing: PLANTED_NOTHING,
      read: () =>
        Promise.resolve({
          byUnit: new Map(units.map((unit) => [unit.unitCode, unit])),
          subjects: { "planted.thingsClosed": [named("130102"), named("130104")] },
        }),
      gates: plantedGates,
    });
    const place = {
      campaign: { id: newId<"campaign">(new Date(0)), plan },
      units,
      named: { within: regionPath("13"), max: 50 },
    };
    return source.standings(noReader, place, keys);
  }

  it("are the things a context can name, and the unit itself where it names none", async () => {
    const all = await standings(["planted.thingsClosed"]);
    const result = gate("planted.thingsClosed", {
      ...snapshot(units),
      standings: new Map([...snapshot(units).standings, ...all]),
    });
    expect(result.offenders).toEqual([
      named("130102"),
      { unitCode: "130103", unitName: "130103", subject: null, reason: "planted.open" },
    ]);
  });

  it("are judged for the gates asked for, and for no other", async () => {
    expect([...(await standings(["planted.citiesReady", "planted.moonPhase"])).keys()]).toEqual([
      "planted.citiesReady",
    ]);
  });

  it("past the first fifty are counted in the gate and told in full when asked", () => {
    const many = Array.from({ length: 80 }, (_, index) => county(`1301${String(index + 10)}`, {}));
    const result = gate("planted.countiesDone", snapshot(many));
    expect([result.offenders.length, result.offenderCount]).toEqual([OFFENDERS_SHOWN_MAX, 80]);
    expect(offendersOf({ plan, rule: "planted.countiesDone" }, snapshot(many))).toHaveLength(80);
  });
});

describe("a plan", () => {
  it("decides by its settings what a gate is checked by, and the result shows them", () => {
    const half = [province, city("130100", { isDone: true }), city("130200", {})];
    const { city: cityFloor, province: share } = plan.floors;
    const all = aPlan({ floors: { city: cityFloor, province: { ...share, percent: 100 } } });
    const results = [plan, all].map((one) =>
      gateResult(one, "planted.provinceShare", snapshotOf(plantedGates, { plan: one, units: half, waivers: [] })),
    );
    expect(results.map((one) => [one.total, one.state, one.settings])).toEqual([
      [1, "pass", [{ key: "percent", value: "50" }]],
      [2, "fail", [{ key: "percent", value: "100" }]],
    ]);
    expect(gate("planted.citiesReady", snapshot(half)).settings).toEqual([]);
  });

  it("that names a gate nobody contributes stops the check", () => {
    const unknown = aPlan({ phases: phasesNaming({ deployment: ["planted.moonPhase"] }) });
    expect(() => checkGates(unknown, "deployment", snapshot([]))).toThrow("planted.moonPhase");
  });
});

describe("the matrix", () => {
  const facts = fc.record({
    isDone: fc.boolean(),
    thingCount: fc.integer({ min: 0, max: 9 }),
    missing: fc.integer({ min: 0, max: 9 }),
  });
  const anyUnits = fc
    .array(fc.tuple(facts, fc.array(facts, { maxLength: 6 })), { minLength: 1, maxLength: 5 })
    .map((cities) => [
      province,
      ...cities.flatMap(([own, counties], index) => [
        city(`13${String(index + 10)}00`, planted(own)),
        ...counties.map((one, place) => county(`13${String(index + 10)}${String(place + 10)}`, planted(one))),
      ]),
    ]);

  function planted(own: { isDone: boolean; thingCount: number; missing: number }): PlantedFacts {
    const { isDone, thingCount, missing } = own;
    return { isDone, thingCount, openCount: Math.min(missing, thingCount) };
  }

  it("adds up: the rows of a gate to its total, and the cells of a row to its state", () => {
    fc.assert(
      fc.property(anyUnits, fc.constantFrom(...PHASES), fc.boolean(), (units, phase, isWaived) => {
        const waivers = isWaived ? KEYS.map((rule) => waiver(rule, "131000", "2009-12-31")) : [];
        const gates = checkGates(plan, phase, snapshot(units, waivers));
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
    const units = [city("130100", { isDone: true }), county("130102", {}), county("130103", {})];
    const rows = (phase: (typeof PHASES)[number]) =>
      matrixOf(checkGates(plan, phase, snapshot(units)), units, "130100").units.map((row) => row.unitCode);
    expect([rows("deployment"), rows("selfCheck")]).toEqual([
      ["130100", "130102", "130103"],
      ["130102", "130103"],
    ]);
  });
});
