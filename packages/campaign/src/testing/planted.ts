import type { RuleBook } from "@anji/kernel";
import { type Gate, type GateUnit, standingOf } from "../gate.ts";
import { type GateSource, gateSource } from "../gate-source.ts";

/** What the planted room knows of a unit: whether it is done, and how many of its things are still open. */
export type PlantedFacts = { readonly isDone: boolean; readonly thingCount: number; readonly openCount: number };
export const PLANTED_NOTHING: PlantedFacts = { isDone: false, thingCount: 0, openCount: 0 };

/** A replacement for a later room: conditions of each form, each in a phase of the smallest plan. */
export const plantedGates: readonly Gate<PlantedFacts>[] = [
  everyUnit("planted.citiesReady", "city"),
  everyUnit("planted.countiesDone", "county"),
  {
    key: "planted.thingsClosed",
    levels: ["city", "county"],
    judge: (_, units) =>
      units
        .filter((unit) => unit.thingCount > 0)
        .map((unit) =>
          standingOf(unit, {
            passed: unit.thingCount - unit.openCount,
            total: unit.thingCount,
            reason: "planted.open",
          }),
        ),
  },
  {
    key: "planted.provinceShare",
    levels: ["province"],
    settings: (plan) => [{ key: "percent", value: String(plan.floors.province.percent) }],
    judge: (plan, units) => {
      const cities = units.filter((unit) => unit.level === "city");
      const total = Math.ceil((cities.length * plan.floors.province.percent) / 100);
      const passed = Math.min(total, cities.filter((unit) => unit.isDone).length);
      return units
        .filter((unit) => unit.level === "province")
        .map((unit) => standingOf(unit, { passed, total, reason: "planted.short" }));
    },
  },
  everyUnit("planted.citiesFinished", "city"),
];

export const plantedRules = {
  "planted.notDone": { clause: null, "zh-CN": "尚未完成", en: "Not done" },
  "planted.open": { clause: null, "zh-CN": "尚未了结", en: "Still open" },
  "planted.short": { clause: null, "zh-CN": "未达到比例", en: "Below the share" },
} as const satisfies RuleBook;

function everyUnit(key: string, level: GateUnit["level"]): Gate<PlantedFacts> {
  return {
    key,
    levels: [level],
    judge: (_, units) =>
      units
        .filter((unit) => unit.level === level)
        .map((unit) => standingOf(unit, { passed: unit.isDone ? 1 : 0, total: 1, reason: "planted.notDone" })),
  };
}

/** The planted room as a source of gates, with the facts a test gives it. */
export function plantedSource(facts: () => Readonly<Record<string, Partial<PlantedFacts>>>): GateSource {
  return gateSource({
    nothing: PLANTED_NOTHING,
    read: () => Promise.resolve({ byUnit: new Map(Object.entries(facts())), subjects: {} }),
    gates: plantedGates,
  });
}
