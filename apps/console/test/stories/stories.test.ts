import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { STORIES } from "../../src/stories/stories.ts";

it("every part is shown in at least one state, and nothing is shown that is no part", () => {
  const parts = readdirSync(join(import.meta.dirname, "../../src/parts"))
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => file.replace(".tsx", ""));
  expect(STORIES.map((story) => story.part).toSorted()).toEqual(parts.toSorted());
  for (const { part, states } of STORIES) expect([part, Object.keys(states).length]).not.toEqual([part, 0]);
});
