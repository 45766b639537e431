import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Appearance, BREAKPOINTS, COLOURS, type ColourRole, mediaOf, tokenSheet } from "../../src/theme/tokens.ts";

const SOURCES = join(import.meta.dirname, "../../src");
const TEXT: readonly ColourRole[] = ["ink", "inkSecond", "inkThird", "primary", "good", "soon", "overdue", "referred"];
const SURFACES: readonly ColourRole[] = ["ground", "surface", "raised"];
const PAIRS: readonly (readonly [ColourRole, ColourRole])[] = [
  ...TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ["ink", "sunken"],
  ["inkSecond", "sunken"],
  ["good", "goodWash"],
  ["soon", "soonWash"],
  ["overdue", "overdueWash"],
  ["referred", "referredWash"],
  ["primary", "primaryWash"],
  ["inkSecond", "primaryWash"],
  ["inkThird", "primaryWash"],
  ["inkThird", "overdueWash"],
  ["onPrimary", "primary"],
  ["onPrimary", "primaryHover"],
  ["onOverdue", "overdue"],
];

describe.each<Appearance>(["light", "dark"])("the %s appearance", (appearance) => {
  it.each(PAIRS)("keeps %s readable on %s with a contrast of at least 4.5", (text, surface) => {
    const colours = COLOURS[appearance];
    expect(contrast(colours[text], colours[surface])).toBeGreaterThanOrEqual(4.5);
  });
});

it("names a custom property for each role", () => {
  expect(tokenSheet()).toContain("--ink-second: #43504C;");
});

it("writes a breakpoint out as a width, and knows no other", () => {
  expect([mediaOf("tablet"), mediaOf("beyond-tablet")]).toEqual(["(max-width: 860px)", "(min-width: 861px)"]);
  expect(Object.keys(BREAKPOINTS)).toHaveLength(3);
  expect(() => mediaOf("watch")).toThrow("watch");
});

describe("the style sheets", () => {
  const sheets = globSync("**/*.css", { cwd: SOURCES }).map((path) => ({
    path,
    text: readFileSync(join(SOURCES, path), "utf8"),
  }));
  const linesOf = (pattern: RegExp) =>
    sheets.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([line]) => `${path}: ${line.trim()}`));

  it("take space and type from the tokens; only a hairline is written as such", () => {
    expect(sheets.length).toBeGreaterThan(40);
    expect(linesOf(/^\s*(?:padding|margin|gap|row-gap|column-gap)[a-z-]*:[^;]*\b(?!1px)\d+px[^;]*;/gm)).toEqual([]);
    expect(linesOf(/^\s*(?:font|font-size|line-height):[^;]*\b\d+px[^;]*;/gm)).toEqual([]);
  });

  it("change at the three breakpoints only", () => {
    expect(linesOf(/@media[^{]*\dpx/g)).toEqual([]);
    for (const query of linesOf(/@media \(--[a-z-]+\)/g))
      expect(() => mediaOf(query.split("--")[1]?.slice(0, -1) ?? "")).not.toThrow();
  });

  it("use no custom property that is not in the table", () => {
    const known = new Set([...tokenSheet().matchAll(/--[a-z-]+(?=:)/g)].map(([name]) => name));
    const own = new Set(linesOf(/^\s*--[a-z-]+(?=:)/gm).map((line) => line.split(": ").at(-1)));
    const used = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[a-z-]+)/g)].map(([, name = ""]) => `${path}: ${name}`),
    );
    expect(used.filter((one) => !known.has(one.split(": ")[1] ?? "") && !own.has(one.split(": ")[1] ?? ""))).toEqual(
      [],
    );
  });
});

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
