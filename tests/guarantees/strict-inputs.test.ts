import { appRouter, ruleBook } from "@anji/api";
import { connect, diskFileStore } from "@anji/database";
import { type FieldMistake, mistakesOf } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { tablePolicies } from "@anji/api";
import { TRPCError } from "@trpc/server";
import { getTableColumns } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { objectsIn } from "./inputs/places.ts";
import { fieldsAt, openPlaces, procedureInputs, shapeOf } from "./inputs/procedures.ts";
import { paperWorld, validInput } from "./inputs/valid-input.ts";

const procedures = procedureInputs();
const withInput = procedures.flatMap(({ input, ...one }) => (input === null ? [] : [{ ...one, input }]));
const mutations = procedures.filter((one) => one.type === "mutation");

/** Changes without a command id that may be sent twice with one effect. */
const WITHOUT_COMMAND = { "jobs.heartbeat": "moves the end of a lease; the last one counts" };

/** Every change without the version of a row, and why it needs none. */
const WITHOUT_VERSION: Readonly<Record<string, string>> = {
  "campaign.clock.move": "sets the one clock of a training installation to a day",
  "campaign.create": "makes a row",
  "campaign.waivers.request": "makes a row",
  "findings.register": "makes a row",
  "ledgerSheet.annotated": "makes a file",
  "ledgerSheet.export": "makes a file",
  "ledgerSheet.startImport": "makes a row; each of its own rows is matched by what it says",
  "ledgerSheet.template": "makes a file",
  "inspection.spotChecks.schedule": "makes a row",
  "jobs.claim": "takes whatever waits",
  "jobs.complete": "fenced by its attempt",
  "jobs.fail": "fenced by its attempt",
  "jobs.heartbeat": "fenced by its attempt",
  "jurisdictions.install.createFirstAdministrators": "makes rows while there are none",
  "jurisdictions.people.add": "makes a row",
  "jurisdictions.people.changeOwnPassword": "fenced by the current password",
  "jurisdictions.people.issueServiceKey": "makes a row",
  "jurisdictions.units.addAgency": "makes a row",
  "jurisdictions.units.addCustom": "makes a row",
  "organisation.leadingGroups.establish": "makes a row; a group that stands is refused a second time",
  "organisation.implementingPlans.file": "makes a row; a filed plan is refused a second time",
  "reporting.reports.attachRendering": "fenced by its job",
  "reporting.reports.draft": "makes a row; the one there is is answered again",
};

/** A database address without a server: an input that passes ends as a defect. */
const nowhere = connect({
  url: "postgres://nobody@127.0.0.1:1/nothing",
  connections: 1,
  applicationName: "strict-inputs",
});
afterAll(() => nowhere.end());

const caller: unknown = appRouter.createCaller({
  db: nowhere.db,
  actor: anActor({
    unitCode: "130000",
    roles: ["clerk", "reviewer", "inspector", "leader", "administrator", "worker"],
  }),
  clock: { now: () => new Date("2008-10-10T04:00:00Z") },
  files: diskFileStore("/nonexistent"),
  signals: { listen: () => () => undefined },
  locale: "zh-CN",
  requestId: "test",
  rules: ruleBook,
  filtersByScope: true,
});

/** The mistakes an input is refused with; anything else fails the test. */
async function mistakesOfInput(path: string, input: unknown): Promise<FieldMistake[]> {
  const procedure = path.split(".").reduce<unknown>((at, part) => Reflect.get(Object(at), part), caller);
  if (typeof procedure !== "function") throw new Error(`${path} is no procedure`);
  const attempt: unknown = procedure(input);
  const error = await Promise.resolve(attempt).then(
    () => new Error("let through"),
    (cause: unknown) => cause,
  );
  if (error instanceof TRPCError && error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError)
    return mistakesOf(error.cause);
  throw new Error(`${path} took the input, or broke down on it`, { cause: error });
}

/** Every name a column has, in the tables and in the program, and the names every object has. */
function foreignKeys(): string[] {
  const columns = tablePolicies.flatMap(({ table }) =>
    Object.entries(getTableColumns(table)).flatMap(([property, column]) => [property, column.name]),
  );
  return [
    ...new Set([
      ...columns,
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "isAdministrator",
      "",
    ]),
  ];
}

describe("every input", () => {
  it.each(withInput)("of $path has a valid example", ({ path, input }) => {
    const parsed = z.safeParse(input, validInput(path, { world: paperWorld, area: "130600" }));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("is an object of named fields at every depth", () => {
    expect(withInput.filter(({ input }) => shapeOf(input) === null).map((one) => one.path)).toEqual([]);
    expect(withInput.flatMap(({ path, input }) => openPlaces(input, path))).toEqual([]);
  });

  it("states no status and nothing the server knows better", () => {
    const KNOWN_BETTER = [
      "status",
      "state",
      "phase",
      "regionPath",
      "personId",
      "createdBy",
      "registeredBy",
      "signedBy",
      "at",
      "now",
    ];
    const stated = mutations.flatMap(({ path, input }) =>
      Object.keys(shapeOf(input) ?? {}).map((key) => `${path}.${key}`),
    );
    expect(stated.filter((one) => KNOWN_BETTER.includes(one.split(".").at(-1) ?? ""))).toEqual([]);
  });
});

describe("every change", () => {
  it("carries the id of its command", () => {
    const without = mutations
      .filter(({ input }) => !Object.hasOwn(shapeOf(input) ?? {}, "commandId"))
      .map((one) => one.path);
    expect(without).toEqual(Object.keys(WITHOUT_COMMAND));
  });

  it("names the version of the row it changes, or has its reason not to", () => {
    const without = mutations
      .filter(({ input }) => !Object.hasOwn(shapeOf(input) ?? {}, "version"))
      .map((one) => one.path);
    expect(without).toEqual(Object.keys(WITHOUT_VERSION).toSorted());
  });
});

describe("no input takes a key it does not name", () => {
  const foreign = foreignKeys();

  it("knows the columns of every table", () => {
    expect(foreign).toEqual(
      expect.arrayContaining(["regionPath", "region_path", "foundFen", "isActive", "password", "machine_version"]),
    );
    expect(foreign.length).toBeGreaterThan(300);
  });

  it.each(withInput)("$path, at any depth", async ({ path, input }) => {
    const valid = validInput(path, { world: paperWorld, area: "130600" });
    for (const place of objectsIn(valid, "")) {
      const named = [...place.own, ...fieldsAt(input, place.at)];
      const added = foreign.filter((key) => !named.includes(key));
      const mistakes = await mistakesOfInput(path, place.with(added));
      const here = mistakes.filter(
        (mistake) => mistake.path === place.at.slice(1) && mistake.rule === "kernel.fieldUnknown",
      );
      expect(here.map((mistake) => String(mistake.params["keys"]))).toEqual([added.join(", ")]);
    }
  });
});
