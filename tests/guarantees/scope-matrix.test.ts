import { appRouter } from "@anji/api";
import { getFile } from "@anji/database";
import { type Actor, idOf, isWithin, pathOfCode, RefusalError } from "@anji/kernel";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScopeCase, scopeCases } from "./scope/cases.ts";
import { AREAS, type AreaCode, known, marker, openScopeWorld, type ScopeWorld } from "./scope/world.ts";

const paths = Object.keys(appRouter._def.procedures).toSorted();
/** Answers with rows that units above publish downwards: leading groups, issued plans and waivers. */
const PUBLISHED = [
  "organisation.leadingGroups.list",
  "organisation.implementingPlans.list",
  "organisation.implementingPlans.versions",
  "campaign.waivers.list",
  "campaign.gates",
];
const INSUFFICIENT_PRIVILEGE = "42501";
let world: ScopeWorld;

beforeAll(async () => {
  world = await openScopeWorld();
});
afterAll(() => world.installation.end());

test("every procedure of the product stands in the matrix, and nothing else does", () => {
  expect(Object.keys(scopeCases).toSorted()).toEqual(paths);
});

test("every procedure is asked about something at least once, and those that name an area about all areas that can have it", () => {
  const asked = new Map(
    paths.map((path) => [path, callsOf(known(new Map(Object.entries(scopeCases)), path), world).length]),
  );
  expect(paths.filter((path) => known(asked, path) === 0)).toEqual([]);
  for (const path of ["ledgerSheet.progress", "ledgerSheet.watch"]) expect(asked.get(path)).toBe(AREAS.length);
});

test("a file is downloaded by its own area and those above it, and is not there for anybody else", async () => {
  for (const area of AREAS) {
    const fileId = idOf("file").parse(known(world.things, area).file);
    for (const [name, actor] of world.actors) {
      for (const ctx of [world.installation.ctxOf(actor), world.installation.unfilteredCtxOf(actor)]) {
        const seen = await getFile(ctx, fileId).then(
          (file) => file.name,
          (cause: unknown) => (cause instanceof RefusalError ? cause.refusal.rule : "a defect"),
        );
        const expected = isWithin(pathOfCode(area), actor.path) ? `${marker(area)}.txt` : "kernel.notFound";
        expect({ area, name, seen }).toEqual({ area, name, seen: expected });
      }
    }
  }
});

describe.each(["with the application's filter", "by row-level security alone"] as const)("%s", (mode) => {
  const filters = mode === "with the application's filter";

  test("nobody sees, names or changes anything outside the own area", async () => {
    const leaks: string[] = [];
    let calls = 0;
    for (const path of paths) {
      for (const [name, actor] of world.actors) {
        for (const call of callsOf(known(new Map(Object.entries(scopeCases)), path), world)) {
          calls += 1;
          const outcome = await outcomeOf({ path, input: call.input, actor, filters });
          leaks.push(...verdict({ path, name, actor, area: call.area, outcome, filters }));
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(calls).toBeGreaterThan(2000);
  });
});

test("someone who is not signed in reaches the public procedures only", async () => {
  const reached: string[] = [];
  for (const path of paths) {
    const [call] = callsOf(known(new Map(Object.entries(scopeCases)), path), world);
    const outcome = await outcomeOf({ path, input: call?.input, actor: null, filters: true });
    if (outcome.code !== "UNAUTHORIZED") reached.push(path);
  }
  expect(reached).toEqual(["jurisdictions.install.createFirstAdministrators", "jurisdictions.install.state"]);
});

type Outcome = { code: string; rule: string; text: string };

type Call = { area: AreaCode | null; input: unknown };

function callsOf(one: ScopeCase, at: ScopeWorld): Call[] {
  return [...namedCalls(one, at), ...(one.also === undefined ? [] : callsOf(one.also, at))];
}

function namedCalls(one: ScopeCase, at: ScopeWorld): Call[] {
  switch (one.kind) {
    case "public":
      return [{ area: null, input: undefined }];
    case "own":
      return [{ area: null, input: one.input(at) }];
    case "area":
      return AREAS.map((area) => ({ area, input: one.input(at, area) }));
    case "thing":
      return AREAS.flatMap((area) => {
        const id = known(at.things, area)[one.thing];
        return id === null ? [] : [{ area, input: one.input(id, at) }];
      });
  }
}

async function outcomeOf(call: {
  path: string;
  input: unknown;
  actor: Actor | null;
  filters: boolean;
}): Promise<Outcome> {
  const { ctx } = world.installation;
  const caller: unknown = appRouter.createCaller({ ...ctx, actor: call.actor, filtersByScope: call.filters });
  try {
    const answer = await invoke(caller, call.path, call.input);
    return { code: "OK", rule: "", text: JSON.stringify(await firstOf(answer)) ?? "" };
  } catch (cause) {
    if (!(cause instanceof TRPCError)) throw cause;
    const refusal: unknown = cause.cause && "refusal" in cause.cause ? cause.cause.refusal : null;
    const text = JSON.stringify(refusal) ?? "";
    // With the application's filter off the database itself refuses, which is what this proves.
    if (!call.filters && sqlStateOf(cause) === INSUFFICIENT_PRIVILEGE) return { code: "NOT_FOUND", rule: "", text: "" };
    if (cause.code === "INTERNAL_SERVER_ERROR") throw new Error(`${call.path}: a defect`, { cause });
    return { code: cause.code, rule: /"rule":"([^"]+)"/.exec(text)?.[1] ?? "", text };
  }
}

function sqlStateOf(cause: unknown): unknown {
  if (typeof cause !== "object" || cause === null) return null;
  if ("code" in cause && cause.code === INSUFFICIENT_PRIVILEGE) return cause.code;
  return "cause" in cause ? sqlStateOf(cause.cause) : null;
}

async function invoke(caller: unknown, path: string, input: unknown): Promise<unknown> {
  let at: unknown = caller;
  for (const part of path.split(".")) at = Reflect.get(Object(at), part);
  if (typeof at !== "function") throw new Error(`${path} is no procedure`);
  const answer: unknown = await at(input);
  return answer;
}

/** A stream's first item, when it has one at once; anything else as it is. */
async function firstOf(answer: unknown): Promise<unknown> {
  if (typeof answer !== "object" || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  const stream = answer as AsyncGenerator<unknown>; // what a subscription answers
  const first = await Promise.race([stream.next(), new Promise((resolve) => setTimeout(resolve, 200, null))]);
  void stream.return(undefined);
  return first;
}

function verdict(seen: {
  path: string;
  name: string;
  actor: Actor;
  area: AreaCode | null;
  outcome: Outcome;
  filters: boolean;
}): string[] {
  const { path, name, actor, area, outcome } = seen;
  const foreign = AREAS.filter((one) => !isWithin(pathOfCode(one), actor.path));
  const hidden = foreign.filter((one) => !(PUBLISHED.includes(path) && isWithin(actor.path, pathOfCode(one))));
  const leaked = hidden
    .filter((one) => outcome.text.includes(marker(one)))
    .map((one) => `${path} shows ${one} to ${name}`);
  if (area === null) return leaked;
  // Units above are published downwards. Without the application's filter their names may appear, but none of their
  // data.
  const isNamedAbove = !seen.filters && isWithin(actor.path, pathOfCode(area)) && scopeCases[path]?.kind === "area";
  if (isNamedAbove && actor.path !== pathOfCode(area)) return leaked;
  const isInside = isWithin(pathOfCode(area), actor.path);
  const isClosed = outcome.code === "NOT_FOUND" || (outcome.code === "FORBIDDEN" && outcome.rule.startsWith("kernel."));
  if (!isInside && !isClosed)
    return [...leaked, `${path} answers ${outcome.code} ${outcome.rule} to ${name} about ${area}`];
  if (isInside && outcome.code === "NOT_FOUND")
    return [...leaked, `${path} hides ${area} from ${name} (${outcome.rule})`];
  return leaked;
}
