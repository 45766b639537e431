import type { Id } from "./ids.ts";
import type { Level, RegionPath } from "./level.ts";
import { refusal, type Refusal } from "./refusal.ts";

export const ROLES = ["clerk", "reviewer", "inspector", "leader", "administrator", "worker", "observer"] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Who acts: a person or a service, with the unit it belongs to and what it may do there. */
export type Actor = {
  readonly personId: Id<"person">;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly level: Level;
  readonly path: RegionPath;
  readonly department: string | null;
  readonly roles: readonly Role[];
  readonly isService: boolean;
  /** Present while the password was set by an administrator: the person can then only change it. */
  readonly owesPassword?: true;
};

/** An act with the levels and roles that may do it. Everything not named is denied. */
export type Permission = {
  readonly key: string;
  readonly levels: readonly Level[];
  readonly roles: readonly Role[];
};

/** The server asks this before a verb runs, the console before it shows the button. */
export function whyNotAllowed(permission: Permission, actor: Pick<Actor, "level" | "roles">): Refusal | null {
  if (!permission.levels.includes(actor.level)) {
    return refusal({ code: "notAllowed", rule: "kernel.levelMayNot", params: { levels: permission.levels.join(",") } });
  }
  if (!permission.roles.some((role) => actor.roles.includes(role))) {
    return refusal({ code: "notAllowed", rule: "kernel.roleMayNot", params: { roles: permission.roles.join(",") } });
  }
  return null;
}
