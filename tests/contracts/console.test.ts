import { describe, expect, it } from "vitest";
import { sources } from "./sources.ts";

/** Limits of the presentation alone: nothing the server knows. */
const PRESENTATION: Readonly<Record<string, string>> = {};

const files = sources();
const rooms = files.filter((file) => file.path.startsWith("packages/"));
const consoleFiles = files.filter((file) => file.path.startsWith("apps/console/"));
const WORDS = String.raw`(?:\s*"[\w-]+",?)+\s*`;

describe("the console states nothing a second time", () => {
  it("no limit: what a field holds at most or at least is the model's", () => {
    const limits = consoleFiles.flatMap(({ path, text }) =>
      [...text.matchAll(/\bconst (\w*(?:_MAX|_MIN))\b\s*=/g)].map(([, name]) => `${path}: ${name}`),
    );
    expect(limits.filter((one) => !Object.hasOwn(PRESENTATION, one))).toEqual([]);
    expect(Object.keys(PRESENTATION).filter((one) => !limits.includes(one))).toEqual([]);
    // A number written into the field itself is a limit as well.
    expect(consoleFiles.filter(({ text }) => /\bmaxLength=\{\d/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("no closed set: its members come from the model, in the model's order", () => {
    const closed = new Map(rooms.flatMap(({ text }) => tuples(text)).map((members) => [keyOf(members), members]));
    expect(closed.size).toBeGreaterThan(20);
    const copies = consoleFiles.flatMap(({ path, text }) =>
      [...text.matchAll(new RegExp(String.raw`\[${WORDS}\]`, "g"))]
        .map(([written]) => membersOf(written))
        .filter((members) => members.length > 1 && closed.has(keyOf(members)))
        .map((members) => `${path}: ${members.join(", ")}`),
    );
    expect(copies).toEqual([]);
  });

  it("no reader of refusals: the kernel's is the only one", () => {
    const readers = files.filter(({ text }) => /refusal: z\.|refusal: wireRefusal\b/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(["packages/kernel/src/wire.ts"]);
  });
});

describe("the console hears what the rooms say", () => {
  it("each topic touches queries that some context names, instead of every query of the page", () => {
    const said = new Set(rooms.flatMap(({ text }) => topicsIn(text)));
    const heard = consoleFiles.filter(({ path }) => path.endsWith("/index.ts")).flatMap(({ text }) => topicsIn(text));
    expect(said.size).toBeGreaterThan(10);
    expect([...said].filter((topic) => !heard.some((beginning) => topic.startsWith(beginning)))).toEqual([]);
    expect(heard.filter((beginning) => ![...said].some((topic) => topic.startsWith(beginning)))).toEqual([]);
  });
});

function topicsIn(text: string): string[] {
  return [...text.matchAll(/\btopic: "([\w.]+)"/g)].map(([, topic = ""]) => topic);
}

/** The tuples of words a room declares as its closed sets. */
function tuples(text: string): string[][] {
  return [...text.matchAll(new RegExp(String.raw`const [A-Z_]+ = (\[${WORDS}\]) as const`, "g"))].map(([, list = ""]) =>
    membersOf(list),
  );
}

function membersOf(list: string): string[] {
  return [...list.matchAll(/"([\w-]+)"/g)].map(([, member = ""]) => member);
}

function keyOf(members: readonly string[]): string {
  return members.toSorted().join();
}
