import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleBook } from "@anji/api";
import { describe, expect, it } from "vitest";
import { root, type SourceFile, sources, tests } from "./sources.ts";

const WORDS_MAX = 30;
const GUIDE = "docs/writing.md";
const PAGES = globSync(["*.md", "docs/**/*.md", "{packages,apps,tests,tooling}/**/*.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
});
const CONSOLE_WORDS = globSync("apps/console/src/**/*words.en.ts", { cwd: root });

type Text = { readonly from: string; readonly text: string };

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The words this house does not use: the quoted ones of the guide's list. */
function bannedWords(): string[] {
  const list = read(GUIDE).match(/^Not (?:"\w+",? ?)+/m)?.[0] ?? "";
  return [...list.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");
}

/** The prose of a page: its paragraphs, list items and table cells, without code. */
function proseOf(path: string): Text[] {
  const blocks = read(path)
    .replaceAll(/```[\s\S]*?```/g, "")
    .replaceAll(/^ {4}.*$/gm, "")
    .split(/\n\s*\n|\n(?=\s*(?:- |\d+\. |\|))/);
  return blocks.flatMap((block) =>
    (block.startsWith("|") ? block.split("|") : [block]).map((text) => ({ from: path, text })),
  );
}

/** The English of the console: every string of its files of words. */
function consoleTexts(): Text[] {
  return CONSOLE_WORDS.flatMap((path) =>
    [...read(path).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => ({ from: path, text: match[1] ?? "" })),
  );
}

/** The comments of the sources: each block, and each run of lines, as one text. */
function commentsOf({ path, text }: SourceFile): Text[] {
  const blocks = [...text.matchAll(/\/\*+([\s\S]*?)\*\//g)].map((match) => (match[1] ?? "").replaceAll(/^\s*\*/gm, ""));
  const lines = [...text.matchAll(/(?:^[ \t]*\/\/.*\n)+/gm)].map(([run]) => run.replaceAll(/^[ \t]*\/\//gm, ""));
  return [...blocks, ...lines].map((comment) => ({ from: path, text: comment }));
}

function ruleTexts(): Text[] {
  return Object.entries(ruleBook).map(([key, rule]) => ({ from: key, text: rule.en }));
}

function sentences(text: string): string[] {
  return text.replaceAll(/\s+/g, " ").split(/(?<=[.!?;])(?:\*\*)? /);
}

function lengthOf(sentence: string): number {
  return sentence.split(" ").filter((word) => /[A-Za-z0-9]/.test(word)).length;
}

const texts = [
  ...PAGES.flatMap(proseOf),
  ...consoleTexts(),
  ...ruleTexts(),
  ...[...sources(), ...tests()].flatMap(commentsOf),
];

describe("the English of pages, screens, rules and comments", () => {
  it("is found everywhere", () => {
    expect(PAGES.length).toBeGreaterThan(45);
    expect(CONSOLE_WORDS.length).toBeGreaterThan(8);
    expect(texts.length).toBeGreaterThan(3500);
    expect(bannedWords().length).toBeGreaterThan(6);
  });

  it(`has no sentence over ${WORDS_MAX} words`, () => {
    const long = texts.flatMap(({ from, text }) =>
      sentences(text)
        .filter((sentence) => lengthOf(sentence) > WORDS_MAX)
        .map((sentence) => `${from}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it("has none of the words that the guide to writing bans", () => {
    const banned = new RegExp(`\\b(?:${bannedWords().join("|")})\\b`, "i");
    const found = texts.filter(({ from, text }) => from !== GUIDE && banned.test(text));
    expect(found).toEqual([]);
  });
});
