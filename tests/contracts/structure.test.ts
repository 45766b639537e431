import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { PLANTED_CODE, PLANTED_TYPES } from "./planted-imports.ts";
import { root } from "./sources.ts";

const CRUISER = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
/** Rules for the code that an import loads, and those for imports of types too. */
const CONFIGS = {
  code: join(root, "tooling/checks/dependency-cruiser.cjs"),
  types: join(root, "tooling/checks/dependency-cruiser-types.cjs"),
};
/** Far fewer than there are, and far more than a cruiser sees that cannot read our sources. */
const MODULES_FLOOR = 400;

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
type Report = z.infer<typeof report>["summary"];

/** Runs the cruiser over a tree. By the rules for types, an erased import counts as well. */
async function cruise(tree: string, rules: keyof typeof CONFIGS): Promise<Report> {
  const places = ["packages", "apps"];
  const output = await new Promise<string>((resolve) => {
    // Its exit code is the number of violations, which is an answer and not a failure.
    execFile(
      process.execPath,
      [CRUISER, "--config", CONFIGS[rules], "--output-type", "json", ...places],
      { cwd: tree, maxBuffer: 2 ** 28 },
      (_, stdout) => resolve(stdout),
    );
  });
  return report.parse(JSON.parse(output)).summary;
}

function told(violations: Report["violations"]): string[] {
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe("the structure of the product", () => {
  it.concurrent.each(["code", "types"] as const)("keeps to its rules for %s, and is seen whole", async (rules) => {
    const { totalCruised, violations } = await cruise(root, rules);
    expect(totalCruised).toBeGreaterThanOrEqual(MODULES_FLOOR);
    expect(told(violations)).toEqual([]);
  });

  it("has a place in the line for every context of the console", async () => {
    const contexts = await readdir(join(root, "apps/console/src/contexts"));
    const { forbidden } = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(createRequire(import.meta.url)(CONFIGS.types));
    const placed = forbidden.map(({ name }) => name);
    expect(contexts.filter((context) => !placed.includes(`console-upwards-from-${context}`))).toEqual([]);
  });
});

/** Every planted file in one tree, so that the cruiser, which is slow to start, runs once by each set of rules. */
async function plant(tree: string, cases: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await copyFile(join(root, "tsconfig.base.json"), join(tree, "tsconfig.base.json"));
  const planted = new Map([["packages/database/src/index.ts", "export const database = 1;"]]);
  for (const [path, text] of cases.flatMap((files) => Object.entries(files))) {
    if ((planted.get(path) ?? text) !== text) throw new Error(`two cases plant ${path}`);
    planted.set(path, text);
  }
  for (const [path, text] of planted) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
}

/** The files of a case under names no other case has. */
function apart(files: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const renamed = (text: string) => text.replaceAll(/\b([a-d])\.ts\b/g, `$1-${name}.ts`);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [renamed(path), renamed(text)]));
}

describe("a seeded bad import is refused", () => {
  const ofCode = PLANTED_CODE.map(([what, rule, files], at) => ({ what, rule, files: apart(files, `code-${at}`) }));
  const ofTypes = PLANTED_TYPES.map(([what, rule, files], at) => ({ what, rule, files: apart(files, `types-${at}`) }));
  let tree: string;
  let seen: Record<keyof typeof CONFIGS, Report["violations"]>;

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), "anji-structure-"));
    await plant(
      tree,
      [...ofCode, ...ofTypes].map(({ files }) => files),
    );
    const [code, types] = await Promise.all([cruise(tree, "code"), cruise(tree, "types")]);
    seen = { code: code.violations, types: types.violations };
  });
  afterAll(() => rm(tree, { recursive: true }));

  function rulesBroken(by: keyof typeof CONFIGS, files: Readonly<Record<string, string>>): string[] {
    return seen[by].filter(({ from }) => from in files).map(({ rule }) => rule.name);
  }

  it.each(ofCode)("$what", ({ rule, files }) => {
    expect(rulesBroken("code", files)).toContain(rule);
  });

  it.each(ofTypes)("$what", ({ rule, files }) => {
    expect(rulesBroken("code", files)).not.toContain(rule);
    expect(rulesBroken("types", files)).toContain(rule);
  });
});

it("a tree without a bad import is not refused", async () => {
  const tree = await mkdtemp(join(tmpdir(), "anji-structure-"));
  onTestFinished(() => rm(tree, { recursive: true }));
  await plant(tree, [
    {
      "packages/kernel/src/index.ts": "export const fen = 1;",
      "packages/findings/src/index.ts":
        'import type { Sql } from "postgres";\nexport type Reader = Sql;\nexport const model = 1;',
      "apps/worker/src/main.ts": "export const worker = 1;",
    },
  ]);
  const runs = await Promise.all([cruise(tree, "code"), cruise(tree, "types")]);
  expect(runs.flatMap(({ violations }) => violations)).toEqual([]);
});
