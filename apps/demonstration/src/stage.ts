import { randomUUID } from "node:crypto";
import { type ActorCtx, type Ctx, type Database, setScope } from "@anji/database";
import { actorOf, systemActor } from "@anji/jurisdictions/queries";
import { person } from "@anji/jurisdictions/tables";
import type { Actor, Day } from "@anji/kernel";
import { eq } from "drizzle-orm";

/** Plays the demonstration: each act is a real verb by a person of the cast, on the day of the story. */
export type Stage = {
  readonly installation: Ctx;
  /** A context of this person on this day at nine in the morning, China time. */
  as(username: string, on: Day): Promise<ActorCtx>;
  /** A context of the installation itself. */
  asSystem(on: Day): ActorCtx;
};

export function createStage(installation: Ctx, provinceCode: string): Stage {
  const known = new Map<string, Actor>();
  const system = systemActor(provinceCode);
  const on = (actor: Actor, day: Day): ActorCtx => {
    const clock = { now: () => new Date(`${day}T09:00:00+08:00`) };
    return { ...installation, actor, clock, requestId: `demonstration ${day}` };
  };
  return {
    installation,
    asSystem: (day) => on(system, day),
    as: async (username, day) => {
      const actor = known.get(username) ?? (await findActor(installation.db, system, username));
      known.set(username, actor);
      return on(actor, day);
    },
  };
}

async function findActor(db: Database, system: Actor, username: string): Promise<Actor> {
  const authUserId = await db.transaction(async (tx) => {
    await setScope(tx, system);
    const [row] = await tx.select({ authUserId: person.authUserId }).from(person).where(eq(person.username, username));
    return row?.authUserId;
  });
  const actor = authUserId === undefined ? null : await actorOf(db, authUserId);
  if (actor === null) throw new Error(`the demonstration has no ${username}`);
  return actor;
}

/** A fresh command id for one act of the story. */
export function command(): { commandId: string } {
  return { commandId: randomUUID() };
}
