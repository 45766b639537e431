import { type Act, type ActorCtx, type Connection, type Ctx, systemAct } from "@anji/database";
import {
  type Actor,
  codeOfPath,
  type Id,
  kernelRules,
  levelOfPath,
  newId,
  type Permission,
  regionPath,
  type Role,
} from "@anji/kernel";
import type { JobCatalogue } from "../src/catalogue.ts";
import { jobsRules } from "../src/rules.ts";
import { enqueue } from "../src/verbs/index.ts";

/** A kind of work for tests of the queue, which belongs to no context. */
export const testJobs = {
  testWork: {
    leaseSeconds: 12,
    attemptSecondsMax: 1800,
    attemptsMax: 10,
    retryDelaySeconds: 1,
    retryDelaySecondsMax: 8,
  },
} as const satisfies JobCatalogue;

const requestRendering = {
  key: "jobs.requestInTest",
  levels: ["province", "city", "county"],
  roles: ["clerk"],
} as const satisfies Permission;

export function actorAt(path: string, role: Role): Actor {
  const area = regionPath(path);
  return {
    personId: newId<"person">(new Date()),
    name: `${role} of ${path}`,
    unitCode: codeOfPath(area),
    unitName: path,
    level: levelOfPath(area),
    path: area,
    department: null,
    roles: [role],
    isService: role === "worker",
  };
}

export function contextOf(connection: Connection, actor: Actor): ActorCtx {
  return { ...openContext(connection), actor };
}

function openContext(connection: Connection): Omit<Ctx, "actor"> {
  return {
    db: connection.db,
    clock: { now: () => new Date() },
    files: { put: noFiles, open: noFiles },
    signals: { listen: () => () => undefined },
    locale: "zh-CN",
    requestId: "test",
    rules: { ...kernelRules, ...jobsRules },
    filtersByScope: true,
  };
}

function noFiles(): never {
  throw new Error("jobs store no files");
}

/** An act of a clerk that leaves one job, and then does what `after` does. */
export const requestJob = systemAct(
  { permission: requestRendering, command: () => ({ commandId: crypto.randomUUID() }) },
  async (act, after: (act: Act) => Promise<void>) => {
    const of = { subjectId: crypto.randomUUID(), campaignId: crypto.randomUUID(), regionPath: act.actor.path };
    const work = { kind: "testWork", ...of } as const;
    const answer = await enqueue(act, work);
    await after(act);
    return act.done<Id<"job">>({ subjectKind: "job", ...of, before: null, after: work, answer });
  },
);
