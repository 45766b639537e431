import type { TestInstallation } from "@anji/database/testing";
import { type Actor, levelOfPath, newId, pathOfCode, type Role } from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { RegionUnit } from "./regions/read-units.ts";
import { regionTree, regionUnits } from "./regions/region-tree.ts";
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

/** A person of a unit, without an account to sign in with. */
export async function aPerson(
  installation: TestInstallation,
  who: { unitCode: string; roles: Role[] },
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
      name: `测试人员 ${id.slice(-4)}`,
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
