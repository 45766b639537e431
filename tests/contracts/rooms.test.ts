import { globSync, readdirSync, readFileSync } from "node:fs";
import { lifecycles, subjectKinds } from "@anji/api";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources.ts";

const LINES_MAX = 4000;
/** A room that is more than this of all packages has become two rooms. */
const SHARE_PERCENT_MAX = 15;

/** Lines of each room's sources; tests, factories and migrations apart. */
function linesByRoom(): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { path, text } of sources()) {
    const [place, room = ""] = path.split("/");
    if (place === "packages") lines.set(room, (lines.get(room) ?? 0) + text.split("\n").length - 1);
  }
  return lines;
}

describe("the rooms", () => {
  it("are of a size one person can know", () => {
    const lines = linesByRoom();
    const total = [...lines.values()].reduce((sum, count) => sum + count, 0);
    expect(lines.size).toBe(readdirSync(`${root}/packages`).length);
    const tooLarge = [...lines].filter(([, count]) => count > LINES_MAX || count * 100 > total * SHARE_PERCENT_MAX);
    expect(tooLarge).toEqual([]);
  });

  it("each name the kinds of subject they contribute once", () => {
    expect(subjectKinds.filter((kind, place) => subjectKinds.indexOf(kind) !== place)).toEqual([]);
    expect(lifecycles.map((one) => one.subject).filter((subject) => !subjectKinds.includes(subject))).toEqual([]);
  });

  it("are listed once, in the api room", () => {
    const named = /"@anji\/[\w-]+\/contribution"/;
    const naming = sources().filter(({ text }) => named.test(text));
    expect(naming.map(({ path }) => path)).toEqual(["packages/api/src/contexts.ts"]);
    expect(readFileSync(`${root}/packages/api/src/contexts.ts`, "utf8").match(/Contribution,$/gm)).toHaveLength(
      globSync("packages/*/src/contribution.ts", { cwd: root }).length,
    );
  });
});
