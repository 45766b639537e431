import { LEVELS, parentPath, pathOfCode, type Level, type RegionPath } from "@anji/kernel";
import { z } from "zod";

/** A unit of the region tree as a code list names it. `kind` is its Chinese kind: 地级市, 市辖区, 县级市, 县, 自治县. */
export type RegionUnit = {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly level: Level;
  readonly kind: string;
  readonly revision: string;
  readonly path: RegionPath;
};

const COLUMNS = ["code", "name", "parent", "level", "kind", "revision"] as const;
const LEVEL_OF_TEXT = { 省: LEVELS[0], 市: LEVELS[1], 县: LEVELS[2] } as const;

const row = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: z.string().min(1).max(100),
  parent: z.union([z.literal("").transform(() => null), z.string().regex(/^\d{6}$/)]),
  level: z.enum(["省", "市", "县"]).transform((level) => LEVEL_OF_TEXT[level]),
  kind: z.string().min(1).max(20),
  revision: z.string().min(1).max(40),
});

/** The units of a code list in CSV, parents before their children. A list that is not a tree is refused as a whole. */
export function readUnits(csv: string): RegionUnit[] {
  const [header = "", ...lines] = csv
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  if (header !== COLUMNS.join(",")) throw new Error(`unit list: the first line must be ${COLUMNS.join(",")}`);
  const units = lines.map((line, place) => readUnit(line, place + 2));
  refuseBrokenTree(units);
  return units.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function readUnit(line: string, number: number): RegionUnit {
  const cells = line.split(",");
  if (cells.length !== COLUMNS.length || line.includes('"'))
    throw new Error(`unit list, line ${number}: six plain cells expected`);
  const parsed = row.safeParse(Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place]])));
  if (!parsed.success)
    throw new Error(
      `unit list, line ${number}: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`,
    );
  const { parent, ...unit } = parsed.data;
  return { ...unit, parentCode: parent, path: pathOfCode(unit.code) };
}

function refuseBrokenTree(units: readonly RegionUnit[]): void {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  if (byCode.size !== units.length) throw new Error("unit list: a code stands twice");
  for (const unit of units) {
    const parent = unit.parentCode === null ? null : byCode.get(unit.parentCode);
    if (parent === undefined) throw new Error(`unit list: ${unit.code} has the unknown parent ${unit.parentCode}`);
    if (parentPath(unit.path) !== (parent?.path ?? null))
      throw new Error(`unit list: ${unit.code} does not lie under ${unit.parentCode}`);
    if (unit.path.split(".").length !== LEVELS.indexOf(unit.level) + 1)
      throw new Error(`unit list: ${unit.code} is no ${unit.level}`);
  }
}
