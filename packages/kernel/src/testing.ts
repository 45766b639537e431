import type { Actor, Role } from "./actor.ts";
import { newId } from "./ids.ts";
import { levelOfPath, pathOfCode } from "./level.ts";

export { expectRefused, refusalOf } from "./testing/expect-refused.ts";

/** The smallest valid person of a unit; a test names only what it is about. */
export function anActor(options: { unitCode: string; roles: readonly Role[] }): Actor {
  const path = pathOfCode(options.unitCode);
  return {
    personId: newId<"person">(new Date("2008-09-01T01:00:00Z")),
    name: `测试人员 ${options.unitCode}`,
    unitCode: options.unitCode,
    unitName: options.unitCode,
    level: levelOfPath(path),
    path,
    department: null,
    roles: options.roles,
    isService: false,
  };
}
