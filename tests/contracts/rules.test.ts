import { lifecycles, ruleBook, tablePolicies } from "@anji/api";
import { describe, expect, it } from "vitest";
import { sources, tests } from "./sources.ts";

const keys = Object.keys(ruleBook);
const contexts = [...new Set(keys.map((key) => key.split(".")[0]))];
const product = sources();
const books = product.filter((file) => file.path.endsWith("rules.ts"));
const rooms = product.filter((file) => !file.path.startsWith("apps/console/"));

/** Everything between quotes that has the form of a key of one of the contexts. */
function keysIn(text: string): string[] {
  return [...text.matchAll(new RegExp(`"((?:${contexts.join("|")})(?:\\.[a-z][A-Za-z0-9]*)+)"`, "g"))].map(
    (match) => match[1] ?? "",
  );
}

function namedBy(pattern: RegExp): Set<string> {
  return new Set(rooms.flatMap((file) => [...file.text.matchAll(pattern)].map((match) => match[1] ?? "")));
}

/** A rule is named by its key, or by the last part of it where a file adds the context itself. */
function names(text: string, key: string): boolean {
  return text.includes(`"${key}"`) || text.includes(`"${key.slice(key.lastIndexOf(".") + 1)}"`);
}

/** The name of a room in keys: "ledger-sheet" → "ledgerSheet". */
function roomName(folder: string): string {
  return folder.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();
}

describe("the rules of all rooms", () => {
  it("stand in one book, each once, under the name of its room", () => {
    const written = books.flatMap((file) =>
      [...file.text.matchAll(/^ {2}"([\w.]+)": \{/gm)].map((match) => ({
        key: match[1] ?? "",
        room: roomName(file.path.split("/")[1] ?? ""),
      })),
    );
    expect(written.map((one) => one.key).toSorted()).toEqual(keys.toSorted());
    expect(written.filter((one) => one.key.split(".")[0] !== one.room)).toEqual([]);
    expect(keys.length).toBeGreaterThan(200);
  });

  it("say the same in Chinese and in English, with the same parameters", () => {
    for (const [key, rule] of Object.entries(ruleBook)) {
      expect([key, placeholders(rule.en)]).toEqual([key, placeholders(rule["zh-CN"])]);
      expect([key, rule["zh-CN"]]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([key, rule.en]).toEqual([key, expect.stringMatching(/[A-Za-z]{2}/)]);
    }
  });

  it("name a clause of the plan, or none", () => {
    const clauses = Object.entries(ruleBook).filter(
      ([, rule]) => rule.clause !== null && !/^[OFPDSARW]\d{1,2}$/.test(rule.clause),
    );
    expect(clauses.map(([key, rule]) => [key, rule.clause])).toEqual([]);
  });

  it("are each used by something other than the book", () => {
    const users = product.filter((file) => !books.includes(file));
    expect(keys.filter((key) => !users.some((file) => names(file.text, key)))).toEqual([]);
  });

  it("are each named by a test", () => {
    const told = tests();
    expect(keys.filter((key) => !told.some((file) => file.text.includes(`"${key}"`)))).toEqual([]);
  });
});

describe("what looks like a rule's key in the sources", () => {
  it("is one, or a permission, a topic, a gate, a completeness or a table", () => {
    const known = new Set([
      ...keys,
      ...lifecycles.flatMap((one) => Object.values(one.permissions).map((permission) => permission.key)),
      ...namedBy(/\bkey: "([\w.]+)"/g),
      ...namedBy(/\btopic: "([\w.]+)"/g),
      ...tablePolicies.map((table) => `${table.schema}.${table.name}`),
    ]);
    const unknown = rooms.flatMap((file) =>
      keysIn(file.text)
        .filter((key) => !known.has(key))
        .map((key) => `${file.path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});
