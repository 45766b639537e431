import { getSimplePaths } from "@xstate/graph";
import { describe, expect, it } from "vitest";

import { type CaseActor, lifecycle, refusal } from "../src/index.ts";
import { anActor } from "../src/testing.ts";

const notes = lifecycle({
  context: "test",
  subject: "note",
  version: 1,
  statuses: ["draft", "filed", "signed"],
  acts: {
    write: { from: null, to: "draft", levels: ["city"], roles: ["clerk"] },
    read: { from: null, to: "draft" },
    amend: { from: ["draft", "filed"], to: "same", levels: ["city"], roles: ["clerk"], otherwise: "test.isSigned" },
    file: {
      from: ["draft"],
      to: "filed",
      levels: ["city"],
      roles: ["clerk"],
      phases: ["open"],
      outsidePhase: "test.closed",
      otherwise: (status) => `test.already.${status}`,
    },
    sign: {
      from: ["filed"],
      to: "signed",
      levels: ["city", "province"],
      roles: ["leader"],
      otherwise: "test.notFiled",
      notBy: { fields: ["writtenBy"], rule: "test.ownNote" },
    },
    renumber: { from: ["draft"], to: "same" },
  },
});

const clerk = anActor({ unitCode: "130100", roles: ["clerk", "leader"] });
const whyNot = notes.policy<{
  status: "draft" | "filed" | "signed";
  writtenBy: string;
  isEmpty: boolean;
  city: string;
}>({
  whose: [
    ({ subject, actor }) => (subject.city === actor.path ? null : refusal({ code: "notAllowed", rule: "test.other" })),
  ],
  content: [({ subject }) => (subject.isEmpty ? refusal({ code: "precondition", rule: "test.empty" }) : null)],
});
const note = { status: "draft" as const, writtenBy: "nobody", isEmpty: false, city: "13.01" };

function ruleOf(options: {
  subject?: object;
  event: "amend" | "file" | "sign";
  actor?: CaseActor;
  phase?: string;
}): string | null {
  const { event, actor = clerk, phase = "open" } = options;
  return whyNot({ subject: { ...note, ...options.subject }, event, actor, campaign: { phase } })?.rule ?? null;
}

describe("a lifecycle", () => {
  it("tells the acts that make a subject from the acts on it", () => {
    expect([notes.beginnings, notes.events]).toEqual([
      ["write", "read"],
      ["amend", "file", "sign", "renumber"],
    ]);
    expect(notes.first).toBe("draft");
  });

  it("makes a machine that reaches every status and decides each status and event as its table says", () => {
    const paths = getSimplePaths(notes.machine, { events: notes.events.map((type) => ({ type })) });
    expect(new Set(paths.map((path) => path.state.value))).toEqual(new Set(notes.statuses));
    for (const status of notes.statuses) {
      for (const event of notes.events) {
        const row = notes.acts[event];
        const isOpen = (row.from as readonly string[]).includes(status);
        expect([status, event, notes.isOpen(status, event)]).toEqual([status, event, isOpen]);
        const to = row.to === "same" ? status : row.to;
        expect(outcomeOf(() => notes.after(status, event))).toBe(isOpen ? to : `${event} is not open in ${status}`);
      }
    }
  });

  it("gives a permission to each act with roles and to no step", () => {
    expect(Object.keys(notes.permissions)).toEqual(["write", "amend", "file", "sign"]);
    expect(notes.permissions.sign).toEqual({ key: "test.sign", levels: ["city", "province"], roles: ["leader"] });
  });

  it("folds a history, and takes none without a beginning or with two", () => {
    expect(notes.replay(["write", "amend", "file", "sign"])).toBe("signed");
    expect(() => notes.replay(["file"])).toThrow("cannot begin with file");
    expect(() => notes.replay([])).toThrow("cannot begin with nothing");
    expect(() => notes.replay(["write", "read"])).toThrow("only at the beginning");
    expect(() => notes.replay(["write", "sign"])).toThrow("sign is not open in draft");
  });

  it("is refused a table that begins in two statuses or in none", () => {
    const table = { context: "test", subject: "odd", version: 1, statuses: ["one", "two"] } as const;
    const twice = { first: { from: null, to: "one" }, second: { from: null, to: "two" } } as const;
    expect(() => lifecycle({ ...table, acts: twice })).toThrow("odd begins in no status, or in several");
    expect(() => lifecycle({ ...table, acts: { move: { from: ["one"], to: "two" } } })).toThrow("begins in no status");
  });
});

describe("its policy", () => {
  it("finds nothing against an open act", () => {
    expect(ruleOf({ event: "file" })).toBeNull();
  });

  it("gives the first reason: permission, whose, phase, status, content, person", () => {
    const everything = { status: "signed", city: "13.02", isEmpty: true, writtenBy: clerk.personId };
    const reader = anActor({ unitCode: "130100", roles: ["observer"] });
    expect(ruleOf({ event: "file", actor: reader, phase: "shut", subject: everything })).toBe("kernel.roleMayNot");
    expect(ruleOf({ event: "file", phase: "shut", subject: everything })).toBe("test.other");
    expect(ruleOf({ event: "file", phase: "shut", subject: { ...everything, city: "13.01" } })).toBe("test.closed");
    expect(ruleOf({ event: "file", subject: { ...everything, city: "13.01" } })).toBe("test.already.signed");
    const filed = { status: "filed", isEmpty: true, writtenBy: clerk.personId };
    expect(ruleOf({ event: "sign", subject: filed })).toBe("test.empty");
    expect(ruleOf({ event: "sign", subject: { ...filed, isEmpty: false } })).toBe("test.ownNote");
    expect(ruleOf({ event: "sign", subject: { ...filed, isEmpty: false, writtenBy: "another" } })).toBeNull();
  });
});

function outcomeOf(step: () => string): string {
  try {
    return step();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
