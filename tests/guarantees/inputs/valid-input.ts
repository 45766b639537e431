import { randomUUID } from "node:crypto";
import { scopeCases, type NamedWorld } from "../scope/cases.ts";
import { type AreaCode, AREAS, command, type Things } from "../scope/world.ts";

/** Ids without rows: enough for a valid input of every procedure. */
export const paperWorld: NamedWorld = {
  campaignId: randomUUID(),
  things: new Map(AREAS.map((area) => [area, paperThings()])),
};

function paperThings(): Things {
  const id = randomUUID;
  return {
    person: id(),
    file: id(),
    finding: id(),
    adjustment: id(),
    declaration: id(),
    group: id(),
    plan: id(),
    waiver: id(),
    check: id(),
    cutOff: id(),
    monthly: id(),
    summary: id(),
    job: id(),
    import: id(),
  };
}

/** A valid input of a procedure about an area, or about a thing there. */
export function validInput(path: string, options: { world: NamedWorld; area: AreaCode }): unknown {
  const { world, area } = options;
  const one = scopeCases[path];
  if (path === "jurisdictions.install.createFirstAdministrators") return firstAdministrators();
  if (one === undefined) throw new Error(`${path} has no case`);
  switch (one.kind) {
    case "public":
      return undefined;
    case "own":
      return one.input(world);
    case "area":
      return one.input(world, area);
    case "thing":
      return one.input(world.things.get(area)?.[one.thing] ?? randomUUID(), world);
  }
}

function firstAdministrators() {
  return {
    ...command(),
    provinceCode: "130000",
    administrators: [{ name: "某", username: "first.one", password: "secret-2008-pass" }],
  };
}
