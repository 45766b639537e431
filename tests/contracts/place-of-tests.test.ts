import { globSync } from "node:fs";
import { expect, describe, it } from "vitest";
import { root } from "./sources.ts";

/** The one place of a room's, a program's, the tooling's and the product's tests. */
const PLACES = /^(?:(?:packages|apps)\/[^/]+\/test|tooling\/test|tests)\//;

function outOfPlace(paths: readonly string[]): string[] {
  return paths.filter((path) => !PLACES.test(path));
}

describe("tests lie in one agreed place", () => {
  it("in the folder test of their room, or in tests", () => {
    const found = globSync("{packages,apps,tooling,tests,docs}/**/*.{test,spec}.{ts,tsx,mts,js,mjs}", {
      cwd: root,
      exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path),
    });
    expect(found.length).toBeGreaterThan(100);
    expect(outOfPlace(found)).toEqual([]);
    expect(found.filter((path) => !/\.test\.tsx?$/.test(path))).toEqual([]);
  });

  it.each([
    "packages/findings/src/money.test.ts",
    "packages/findings/money.test.ts",
    "apps/console/src/test/money.test.ts",
    "tooling/postgres/embedded.test.ts",
  ])("and %s is out of place", (path) => {
    expect(outOfPlace([path, "packages/findings/test/deep/money.test.ts", "tooling/test/env.test.ts"])).toEqual([path]);
  });
});
