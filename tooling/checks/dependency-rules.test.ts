import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { checkout } from "../checkout.ts";

/** Some compilers made the tool see no module at all, and then it refuses nothing. */
const modulesMin = 200;

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const directory = mkdtempSync(join(tmpdir(), "anji-rules-"));
afterAll(() => rmSync(directory, { recursive: true }));

function cruise(root: string, paths: readonly string[]): z.infer<typeof report>["summary"] {
  const rules = join(checkout, "tooling", "checks", "dependency-cruiser.cjs");
  const program = join(checkout, "node_modules", ".bin", "depcruise");
  const { stdout } = spawnSync(program, ["--config", rules, "--output-type", "json", ...paths], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 200_000_000,
  });
  return report.parse(JSON.parse(stdout)).summary;
}

/** A tiny checkout with the given files, and the rules refused in it. */
function refusedIn(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(directory, "seeded-"));
  cpSync(join(checkout, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...new Set(cruise(root, ["."]).violations.map((violation) => violation.rule.name))].toSorted();
}

test("the rules look at every module of the product", () => {
  expect(cruise(checkout, ["packages", "apps", "tooling", "tests"]).totalCruised).toBeGreaterThan(modulesMin);
});

test("a room that imports a room above it is refused", () => {
  expect(
    refusedIn({
      "packages/campaign/src/gate.ts": 'import "../../findings/src/finding.ts";',
      "packages/findings/src/finding.ts": "export const finding = 1;",
    }),
  ).toEqual(["room-order-campaign"]);
});

test("a model that reaches Node through another file is refused", () => {
  expect(
    refusedIn({
      "packages/findings/src/index.ts": 'export { finding } from "./finding.ts";',
      "packages/findings/src/finding.ts":
        'import { readFileSync } from "node:fs"; export const finding = readFileSync;',
    }),
  ).toEqual(["model-is-pure"]);
});

test("a router that opens a table is refused", () => {
  expect(
    refusedIn({
      "packages/findings/src/router.ts": 'import { finding } from "./tables.ts"; export const router = finding;',
      "packages/findings/src/tables.ts": "export const finding = 1;",
    }),
  ).toEqual(["router-is-a-table-of-contents"]);
});

test("a circle and an import that leads nowhere are refused", () => {
  expect(
    refusedIn({
      "packages/kernel/src/a.ts": 'import { b } from "./b.ts"; export const a = b;',
      "packages/kernel/src/b.ts": 'import { a } from "./a.ts"; export const b = a;',
      "packages/kernel/src/c.ts": 'import { d } from "./d.ts"; export const c = d;',
    }),
  ).toEqual(["everything-resolves", "no-circles"]);
});
