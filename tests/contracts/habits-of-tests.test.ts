import { globSync } from "node:fs";
import { expect, describe, it } from "vitest";
import { root, tests } from "./sources.ts";

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

/** A limit of its own, in the ways vitest takes one. */
const OWN_LIMIT = /\b(?:test|hook)?[tT]imeout: |\bretry: |\bvi\.setConfig\(|^\s*\}, [\d_]{4,}\);$/m;

describe("no test depends on being alone", () => {
  it("so none has a time limit of its own: the one of all is in the configuration of vitest", () => {
    const others = tests().filter(({ path }) => !path.endsWith("/habits-of-tests.test.ts"));
    expect(others.filter(({ text }) => OWN_LIMIT.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each(['it("a", { timeout: 120_000 }, async () => {', "vi.setConfig({ testTimeout: 1 });", "}, 120_000);"])(
    "and a planted one is seen: %s",
    (text) => {
      expect(text).toMatch(OWN_LIMIT);
    },
  );
});
