import { halfWidth } from "@anji/kernel";

import type { LedgerUnit } from "../ledger-catalogue.ts";
import type { LedgerField } from "../ledger-columns.ts";
import { textOf } from "../ledger-sheet.ts";
import type { CatalogueIndex } from "./catalogue-index.ts";
import { isReadable, lookupText, reportError, reportRequired, type LineCheck } from "./line-check.ts";

// What a ledger writes in the county's column for the city or the province itself.
const OWN_LEVEL: Readonly<Record<string, LedgerUnit["level"]>> = { 市本级: "city", 省本级: "province", 本级: "city" };

/** The code identifies a unit, its name never does: 桥东区 is in three cities. */
export function readUnit(check: LineCheck): LedgerUnit | null {
  const fields = ["unitCode", "city", "county"] as const satisfies readonly LedgerField[];
  if (!fields.map((field) => isReadable(check, field)).every(Boolean)) return null;
  const code = lookupText(check, "unitCode");
  const unit = code === "" ? unitByNames(check) : unitByCode(check, code);
  if (unit === null || check.isInArea(unit)) return unit;
  const field = fields.find((name) => check.line.cells.has(name)) ?? "unitCode";
  return reportError(check, {
    field,
    rule: "ledgerSheet.unitOutsideArea",
    params: { name: fullName(check.index, unit) },
  });
}

function unitByCode(check: LineCheck, code: string): LedgerUnit | null {
  const unit = check.index.unitsByCode.get(code);
  if (unit === undefined) return reportUnknown(check, "unitCode");
  const agreesWithCounty = isNameOf({ unit, name: lookupText(check, "county"), index: check.index });
  const city = lookupText(check, "city");
  const agreesWithCity =
    city === "" || ancestry(check.index, unit).some((ancestor) => halfWidth(ancestor.name) === city);
  if (agreesWithCounty && agreesWithCity) return unit;
  return reportError(check, {
    field: "unitCode",
    rule: "ledgerSheet.unitCodeName",
    params: { code, name: fullName(check.index, unit) },
  });
}

function isNameOf(options: { unit: LedgerUnit; name: string; index: CatalogueIndex }): boolean {
  const { unit, name, index } = options;
  if (name === "") return unit.level === "city" || unit.level === "province";
  if (OWN_LEVEL[name] !== undefined)
    return OWN_LEVEL[name] === unit.level || (name === "本级" && unit.level === "province");
  return halfWidth(unit.name) === name || halfWidth(fullName(index, unit)) === name;
}

function unitByNames(check: LineCheck): LedgerUnit | null {
  const city = lookupText(check, "city");
  const county = lookupText(check, "county");
  if (city === "") return county === "" ? reportRequired(check, "unitCode") : unitByCountyAlone(check, county);
  const above = (check.index.unitsByName.get(city) ?? []).find(
    (unit) => unit.level === "city" || unit.level === "province",
  );
  if (above === undefined) return reportUnknown(check, "city");
  if (isNameOf({ unit: above, name: county, index: check.index })) return above;
  const below = named(check, county).filter((unit) => ancestry(check.index, unit).includes(above));
  return only(below) ?? reportUnknown(check, "county");
}

function unitByCountyAlone(check: LineCheck, county: string): LedgerUnit | null {
  if (OWN_LEVEL[county] !== undefined) return reportRequired(check, "city");
  const units = named(check, county);
  if (units.length === 0) return reportUnknown(check, "county");
  const unit = only(units);
  if (unit !== null) return unit;
  const cities = units.map((each) => ancestry(check.index, each)[1]?.name ?? each.name).join("、");
  return reportError(check, {
    field: "county",
    rule: "ledgerSheet.unitAmbiguous",
    params: { name: textOf(check.line, "county"), cities },
  });
}

function named(check: LineCheck, name: string): readonly LedgerUnit[] {
  return check.index.unitsByName.get(name) ?? [];
}

function only(units: readonly LedgerUnit[]): LedgerUnit | null {
  const [first, second] = units;
  return first === undefined || second !== undefined ? null : first;
}

function reportUnknown(check: LineCheck, field: LedgerField): null {
  const names = `${textOf(check.line, "city")}${textOf(check.line, "county")}`;
  const text = `${lookupText(check, "unitCode")} ${names}`.trim();
  return reportError(check, { field, rule: "ledgerSheet.unitUnknown", params: { text } });
}

/** The unit, then each unit above it. */
function ancestry(index: CatalogueIndex, unit: LedgerUnit): readonly LedgerUnit[] {
  const units: LedgerUnit[] = [];
  let at: LedgerUnit | undefined = unit;
  while (at !== undefined && !units.includes(at)) {
    units.push(at);
    at = at.parentCode === null ? undefined : index.unitsByCode.get(at.parentCode);
  }
  return units;
}

/** "石家庄市长安区": without the province, which every unit shares. */
function fullName(index: CatalogueIndex, unit: LedgerUnit): string {
  const names = ancestry(index, unit).filter((each) => each === unit || each.level !== "province");
  return names
    .map((each) => each.name)
    .toReversed()
    .join("");
}
