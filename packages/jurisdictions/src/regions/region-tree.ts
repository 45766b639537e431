import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { unit } from "../tables.ts";
import { readUnits, type RegionUnit } from "./read-units.ts";

/** The provinces whose region tree comes with the product, with the file of each. */
const FILES: Readonly<Record<string, string>> = { "130000": "hebei-2008-units.csv" };

export const PROVINCES = Object.keys(FILES);

/** The rows of a province's region tree, parents first; empty when the product has none for this code. */
export function regionTree(provinceCode: string): (typeof unit.$inferInsert)[] {
  const units = regionUnits(provinceCode);
  const byCode = new Map(units.map((one) => [one.code, one]));
  return units.map((one) => ({
    code: one.code,
    revision: one.revision,
    name: one.name,
    fullName: fullNameOf(one, byCode),
    parentCode: one.parentCode,
    level: one.level,
    kind: one.kind,
    regionPath: one.path,
    isCustom: false,
    reason: null,
  }));
}

/** The same units as the code list itself names them. */
export function regionUnits(provinceCode: string): RegionUnit[] {
  const file = FILES[provinceCode];
  return file === undefined ? [] : readUnits(readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8"));
}

function fullNameOf(unit: RegionUnit, byCode: ReadonlyMap<string, RegionUnit>): string {
  const parent = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
  return parent === undefined ? unit.name : `${fullNameOf(parent, byCode)}${unit.name}`;
}
