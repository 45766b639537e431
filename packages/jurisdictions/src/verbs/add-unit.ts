import { type Act, verb, type Tx } from "@anji/database";
import { type Id, pathOfCode, refuse, type RegionPath } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { addAgencyInput, addCustomUnitInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { unitInScope, type UnitRow } from "../queries/units.ts";
import { unit } from "../tables.ts";
import { isAgency } from "../unit.ts";
import { refuseOtherUnit } from "./person-row.ts";

/** Codes that GB/T 2260 leaves free for areas without their own code, such as development zones. */
const CUSTOM_CODE_FIRST = 71;
const CODE_LAST = 99;
/** Counties, custom units and agencies of one unit: two digits each. */
const CHILDREN_MAX = 200;

/** Adds a working unit that has no national code, such as a development zone, under a city. */
export const addCustomUnit = verb(
  { permission: jurisdictionsPermissions.addCustomUnit, input: addCustomUnitInput },
  async (act, input) => {
    const parent = await unitInScope(act, input.parentCode);
    refuseOtherUnit(act, parent.code);
    if (parent.level !== "city") refuse({ code: "invalid", rule: "jurisdictions.parentLevel" });
    const siblings = await lockedChildren(act.tx, { parentCode: parent.code, newName: input.name });
    const suffix = freeNumber(
      siblings.filter((code) => !isAgency(code)).map((code) => Number(code.slice(4, 6))),
      CUSTOM_CODE_FIRST,
    );
    const code = `${parent.code.slice(0, 4)}${suffix}`;
    const row = await insertUnit(act.tx, {
      code,
      parent,
      name: input.name,
      level: "county",
      kind: input.kind,
      regionPath: pathOfCode(code),
      reason: input.reason,
      addedBy: act.actor.personId,
    });
    return recorded(act, row);
  },
);

/** Adds a handling agency 经办机构 under a province, city or county. It shares its region's path. */
export const addAgency = verb(
  { permission: jurisdictionsPermissions.addAgency, input: addAgencyInput },
  async (act, input) => {
    const parent = await unitInScope(act, input.parentCode);
    refuseOtherUnit(act, parent.code);
    if (parent.level === "agency") refuse({ code: "invalid", rule: "jurisdictions.parentLevel" });
    const siblings = await lockedChildren(act.tx, { parentCode: parent.code, newName: input.name });
    const suffix = freeNumber(
      siblings.filter(isAgency).map((code) => Number(code.split("-")[1])),
      1,
    );
    const row = await insertUnit(act.tx, {
      code: `${parent.code}-${String(suffix).padStart(2, "0")}`,
      parent,
      name: input.name,
      level: "agency",
      kind: "经办机构",
      regionPath: parent.regionPath,
      reason: null,
      addedBy: act.actor.personId,
    });
    return recorded(act, row);
  },
);

// Two administrators adding under one unit wait for each other, so that no code and no name is given twice.
async function lockedChildren(
  tx: Tx,
  { parentCode, newName }: { parentCode: string; newName: string },
): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`unit:${parentCode}`}, 0))`);
  const rows = await tx
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .where(eq(unit.parentCode, parentCode))
    .limit(CHILDREN_MAX);
  if (rows.some((row) => row.name === newName)) {
    const params = { name: newName };
    const rule = "jurisdictions.unitNameTaken";
    refuse({ code: "conflict", rule, params, fields: [{ path: "name", rule, params }] });
  }
  return rows.map((row) => row.code);
}

function freeNumber(taken: readonly number[], from: number): number {
  for (let number = from; number <= CODE_LAST; number += 1) if (!taken.includes(number)) return number;
  return refuse({ code: "precondition", rule: "jurisdictions.codesExhausted" });
}

async function insertUnit(
  tx: Tx,
  options: {
    code: string;
    parent: UnitRow;
    name: string;
    level: "county" | "agency";
    kind: string;
    regionPath: RegionPath;
    reason: string | null;
    addedBy: Id<"person">;
  },
): Promise<UnitRow> {
  const row: UnitRow = {
    code: options.code,
    revision: "自定义",
    name: options.name,
    fullName: `${options.parent.fullName}${options.name}`,
    parentCode: options.parent.code,
    level: options.level,
    kind: options.kind,
    regionPath: options.regionPath,
    isCustom: true,
    reason: options.reason,
    addedBy: options.addedBy,
    confirmedBy: null,
    confirmedAt: null,
    retiredOn: null,
    mergedInto: null,
    retiredReason: null,
    version: 1,
  };
  await tx.insert(unit).values(row);
  return row;
}

async function recorded(act: Act, row: UnitRow) {
  const { code, regionPath } = row;
  act.signal({ topic: "jurisdictions.unitAdded", subjectId: code, regionPath });
  return act.done<UnitRow>({
    subjectKind: "unit",
    subjectId: code,
    regionPath,
    campaignId: null,
    before: null,
    after: row,
    answer: row,
  });
}
