import { createRequire } from "node:module";
import { expect, describe, it } from "vitest";
import { z } from "zod";
import { root, type SourceFile, sources, tests } from "./sources.ts";

const rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const UPWARDS = "upwards-from-";
/** The line of rooms, from the rules for imports. */
const LINE = rules
  .parse(createRequire(import.meta.url)(`${root}/tooling/checks/dependency-cruiser.cjs`))
  .forbidden.map((rule) => rule.name)
  .filter((name) => name.startsWith(UPWARDS))
  .map((name) => name.slice(UPWARDS.length));
/** All rooms but the last have later rooms, which contribute what they add. */
const HELD = LINE.slice(0, -1);

/** Keys of rules, gates, acts or signals in quotes that belong to a later room. */
function namedAbove(room: string, { text }: Pick<SourceFile, "text">): string[] {
  const above = LINE.slice(LINE.indexOf(room) + 1).map(prefixOf);
  return [...text.matchAll(new RegExp(`["'\`]((?:${above.join("|")})\\.[A-Za-z]\\w*)`, "g"))].map(
    (match) => match[1] ?? "",
  );
}

/** The keys of the room `ledger-sheet` begin with `ledgerSheet`. */
function prefixOf(room: string): string {
  return room.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

describe("a lower room never names an upper one", () => {
  it.each(HELD)("in the sources of %s, its factories for tests included", (room) => {
    const factories = tests().filter((file) => file.path.endsWith("/testing.ts"));
    const files = [...sources(), ...factories].filter((file) => file.path.startsWith(`packages/${room}/src/`));
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((file) => namedAbove(room, file).map((name) => `${file.path}: ${name}`))).toEqual([]);
  });

  it.each([
    ['const rule = "findings.findingsClassified";', ["findings.findingsClassified"]],
    ["switch (key) { case 'inspection.cityFloor': }", ["inspection.cityFloor"]],
    ['refuse({ rule: "campaign.gateUnknown" }); plan.organisation.office', []],
  ])("and a planted name is seen: %s", (text, seen) => {
    expect(namedAbove("campaign", { text })).toEqual(seen);
  });

  it("for the whole line, of which the campaign has rooms above it", () => {
    expect(LINE.slice(LINE.indexOf("campaign") + 1)).toEqual(
      expect.arrayContaining(["organisation", "findings", "inspection", "reporting"]),
    );
  });
});
