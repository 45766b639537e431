import { type TestInstallation, testInstallation } from "@anji/database/testing";
import {
  type Actor,
  codeOfPath,
  kernelRules,
  levelOfPath,
  type Locale,
  newId,
  parentPath,
  pathOfCode,
  type Role,
  type RuleBook,
} from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { RegionUnit } from "./regions/read-units.ts";
import { regionTree, regionUnits } from "./regions/region-tree.ts";
import { jurisdictionsRules } from "./rules.ts";
import { person, unit } from "./tables.ts";

const PROVINCE = { code: "130000", path: pathOfCode("130000") };

/** Hebei's 184 units, as the first visit loads them. */
export async function plantRegionTree(installation: TestInstallation): Promise<void> {
  const office = { path: PROVINCE.path, personId: newId<"person">(installation.ctx.clock.now()) };
  await installation.under(office, (tx) => tx.insert(unit).values(regionTree(PROVINCE.code)));
}

/** The same units, for a test's own tree. */
export function hebeiUnits(): RegionUnit[] {
  return regionUnits(PROVINCE.code);
}

export type TreeUnit = { readonly code: string; readonly name: string; readonly kind: string };

/** A unit row of a tree made by hand. */
export function unitRow({ code, name, kind }: TreeUnit): typeof unit.$inferInsert {
  const path = pathOfCode(code);
  const parent = parentPath(path);
  return {
    code,
    revision: "test",
    name,
    fullName: name,
    parentCode: parent === null ? null : codeOfPath(parent),
    level: levelOfPath(path),
    kind,
    regionPath: path,
    isCustom: false,
    reason: null,
  };
}

/** An installation after its first visit: Hebei's tree, and as many people as a test asks for. */
export type PeopledInstallation = TestInstallation & { person(unitCode: string, ...roles: Role[]): Promise<Actor> };

export async function peopledInstallation(options: {
  appUrl: string;
  rules: RuleBook;
  locale: Locale;
  startsAt: string;
}): Promise<PeopledInstallation> {
  const rules = { ...kernelRules, ...jurisdictionsRules, ...options.rules };
  const installation = await testInstallation({ ...options, rules });
  await plantRegionTree(installation);
  return { ...installation, person: (unitCode, ...roles) => aPerson(installation, { unitCode, roles }) };
}

/** A person of a unit, without an account to sign in with. */
export async function aPerson(
  installation: TestInstallation,
  who: { unitCode: string; roles: Role[]; name?: string },
): Promise<Actor> {
  const id = newId<"person">(installation.ctx.clock.now());
  const path = pathOfCode(who.unitCode);
  const isService = who.roles.every((role) => role === "worker" || role === "observer");
  return installation.under({ path, personId: id }, async (tx) => {
    const [home] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.code, who.unitCode));
    if (home === undefined) throw new Error(`no unit ${who.unitCode} in the test's tree`);
    const row = {
      id,
      authUserId: id,
      username: `test.${id}`,
      name: who.name ?? `测试人员 ${id.slice(-4)}`,
      unitCode: who.unitCode,
      regionPath: path,
      department: null,
      roles: who.roles,
      isService,
      isActive: true,
    };
    await tx.insert(person).values(row);
    const { name, unitCode, department, roles } = row;
    return {
      personId: id,
      name,
      unitCode,
      unitName: home.name,
      level: levelOfPath(path),
      path,
      department,
      roles,
      isService,
    };
  });
}
