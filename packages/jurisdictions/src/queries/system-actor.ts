import { type Database, setScope } from "@anji/database";
import { type Actor, type Id, pathOfCode } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { PROVINCES } from "../regions/region-tree.ts";
import { unit } from "../tables.ts";

// The product's own acts have this fixed id, which separates them from a person's in the audit trail.
const SYSTEM_PERSON = "00000000-0000-7000-8000-000000000001" as Id<"person">;

/** The product itself, for the provinces that are set up on this installation. */
export async function systemActors(db: Database): Promise<Actor[]> {
  const actors = PROVINCES.map((provinceCode) => systemActor(provinceCode));
  const present = await Promise.all(actors.map((actor) => hasUnit(db, actor)));
  return actors.filter((_, index) => present[index] === true);
}

/** The product itself in a province, for acts without a person. */
export function systemActor(provinceCode: string): Actor {
  return {
    personId: SYSTEM_PERSON,
    name: "系统",
    unitCode: provinceCode,
    unitName: "系统",
    level: "province",
    path: pathOfCode(provinceCode),
    department: null,
    roles: ["administrator"],
    isService: true,
  };
}

async function hasUnit(db: Database, actor: Actor): Promise<boolean> {
  return db.transaction(async (tx) => {
    await setScope(tx, actor);
    const rows = await tx.select({ code: unit.code }).from(unit).where(eq(unit.code, actor.unitCode));
    return rows.length > 0;
  });
}
