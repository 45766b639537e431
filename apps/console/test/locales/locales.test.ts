import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as frame from "../../src/frame/words.zh-CN.ts";
import * as parts from "../../src/parts/words.zh-CN.ts";
import { english } from "../../src/locales/en.ts";
import { zhCN } from "../../src/locales/zh-CN.ts";

const en = await english();
const SOURCES = join(import.meta.dirname, "../../src");
const HAN = /\p{Script=Han}/u;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

describe("the texts of the console", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(flat(en))).toEqual(Object.keys(flat(zhCN)));
  });

  it("name the same values in both languages", () => {
    const inEnglish = flat(en);
    for (const [key, text] of Object.entries(flat(zhCN)))
      expect([key, placeholders(inEnglish[key] ?? "")]).toEqual([key, placeholders(text)]);
  });

  it("are never empty", () => {
    for (const [key, text] of [...Object.entries(flat(zhCN)), ...Object.entries(flat(en))])
      expect([key, text.trim()]).not.toEqual([key, ""]);
  });

  it("stand in the words only: no other source has a Chinese word outside its comments", () => {
    const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.tsx?$/.test(file) && !isWords(file),
    );
    expect(sources.length).toBeGreaterThan(80);
    expect(
      sources.filter((file) => HAN.test(readFileSync(join(SOURCES, file), "utf8").replaceAll(COMMENT, ""))),
    ).toEqual([]);
  });

  it("of the frame and of the parts are their own: neither speaks with the words of a context", () => {
    const own = { parts: Object.keys(parts), frame: [...Object.keys(frame), ...Object.keys(parts)] };
    for (const [place, known] of Object.entries(own)) {
      const files = readdirSync(join(SOURCES, place), { recursive: true, encoding: "utf8" });
      const spoken = files
        .filter((file) => /\.tsx?$/.test(file))
        .flatMap((file) => [...readFileSync(join(SOURCES, place, file), "utf8").matchAll(/\bt\(\s*["`](\w+)/g)])
        .map(([, word = ""]) => word);
      expect(spoken.length).toBeGreaterThan(20);
      expect(spoken.filter((word) => !known.includes(word))).toEqual([]);
    }
  });

  it("are all used: a key no source names is a leftover", () => {
    const code = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !isWords(file))
      .map((file) => readFileSync(join(SOURCES, file), "utf8"))
      .join("\n");
    const unused = Object.keys(flat(zhCN)).filter((key) => !isNamed(code, key));
    expect(unused).toEqual([]);
  });
});

/** Files with words: of contexts, the frame and the parts, the files that gather them, and samples for development. */
function isWords(file: string): boolean {
  return file.startsWith("locales/") || file.startsWith("stories/") || /words\.(?:zh-CN|en)\.ts$/.test(file);
}

/** A key is named in full, or by its beginning in a template such as `findings.statuses.${…}`. */
function isNamed(code: string, key: string): boolean {
  if (code.includes(`"${key}"`)) return true;
  const names = key.split(".");
  return names.some((_, at) => at > 0 && code.includes(`\`${names.slice(0, at).join(".")}.\${`));
}

function flat(texts: object, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flat(Object(value), `${prefix}${key}.`)),
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name).sort();
}
