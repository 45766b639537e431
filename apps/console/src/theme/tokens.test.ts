import { describe, expect, it } from "vitest";
import { type Appearance, COLOURS, type ColourRole, colourSheet } from "./tokens.ts";

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
  expect(colourSheet()).toContain("--ink-second: #43504C;");
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
