import { type Act, type ActorCtx, type Connection, type Ctx, perform } from "@anji/database";
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
export function requestJob(ctx: ActorCtx, after: (act: Act) => Promise<void>): Promise<Id<"job">> {
  const input = { commandId: crypto.randomUUID() };
  const work = {
    kind: "testWork",
    subjectId: crypto.randomUUID(),
    campaignId: crypto.randomUUID(),
    regionPath: ctx.actor.path,
  } as const;
  return perform<Id<"job">>(ctx, { permission: requestRendering, input }, async (act) => {
    const answer = await enqueue(act, work);
    await after(act);
    const { subjectId, campaignId } = work;
    return act.done<Id<"job">>({
      subjectKind: "job",
      subjectId,
      regionPath: work.regionPath,
      campaignId,
      before: null,
      after: work,
      answer,
    });
  });
}
