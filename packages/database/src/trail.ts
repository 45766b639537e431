import type { Id } from "@anji/kernel";
import type { Act } from "./perform.ts";

/** Who acted, from where and when: the columns of `actedByColumns`. */
export function actedBy(act: Pick<Act, "actor" | "now">): {
  by: Id<"person">;
  byName: string;
  unitName: string;
  at: Date;
} {
  const { personId, name, unitName } = act.actor;
  return { by: personId, byName: name, unitName, at: act.now };
}

export type TrailEntry<Event extends string, Status extends string> = {
  seq: number;
  event: Event;
  from: Status | null;
  to: Status;
  by: string;
  unitName: string;
  at: string;
  remark: string;
};

/** A step of a subject's history as it is shown: with the name of the person, never the id. */
export function trailEntry<Event extends string, Status extends string>(
  row: Omit<TrailEntry<Event, Status>, "by" | "at"> & { byName: string; at: Date },
): TrailEntry<Event, Status> {
  const { seq, event, from, to, byName, unitName, at, remark } = row;
  return { seq, event, from, to, by: byName, unitName, at: at.toISOString(), remark };
}
