import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { newContext, newPage, newVerb } from "@anji/tooling/new";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { root } from "./sources.ts";

/** The most files that may name a context, without itself, its tests and generated files. */
const NAMED_IN_MAX = 8;
const COPIED = [
  "apps",
  "docs",
  "packages",
  "tooling",
  "tests",
  "package.json",
  "pnpm-workspace.yaml",
  "pnpm-lock.yaml",
  "turbo.json",
  "tsconfig.base.json",
  ".oxfmtrc.json",
  ".oxlintrc.json",
  ".editorconfig",
  ".gitignore",
];

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

let copy: string;
let named: string[];

/** Runs a command line in the copy; answers its output when it failed. */
function failureOf(commandLine: string): string {
  const { ANJI_TEST_OWNER_URL: _, ANJI_TEST_APP_URL: __, ...env } = process.env;
  const bins = [dirname(process.execPath), join(root, "node_modules", ".bin")].join(delimiter);
  const { status, stdout, stderr } = spawnSync(commandLine, {
    cwd: copy,
    shell: true,
    encoding: "utf8",
    env: { ...env, PATH: `${bins}${delimiter}${process.env.PATH ?? ""}`, NO_COLOR: "1", FORCE_COLOR: "0" },
    maxBuffer: 2 ** 26,
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "anji-new-context-"));
  // The links of each package lead to its neighbours and to the store of the checkout; both are copied.
  const notCopied = /\/(?:dist|\.turbo|\.anji|runtime\/node_modules)(?:\/|$)/;
  for (const name of COPIED) {
    const filter = (path: string) => !notCopied.test(path.slice(root.length));
    cpSync(join(root, name), join(copy, name), { recursive: true, verbatimSymlinks: true, filter });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const edits = newContext(copy, {
    name: "planted-context",
    title: "试种",
    subject: "plantedSubject",
    term: "试种事项",
    after: "inspection",
  });
  edits.write();
  named = edits.paths.filter((path) => !path.includes("/planted-context/"));
  const modules = join(copy, "packages", "planted-context", "node_modules");
  cpSync(join(copy, "packages", "inspection", "node_modules"), modules, { recursive: true, verbatimSymlinks: true });
  symlinkSync("../../../planted-context", join(copy, "packages", "api", "node_modules", "@anji", "planted-context"));
  newVerb(copy, { context: "planted-context", act: "reopen", from: "closed", to: "open" }).write();
  newPage(copy, { context: "planted-context", name: "planted-page", title: "试种页" }).write();
  const failure = failureOf("oxfmt packages/planted-context apps/console/src tooling/checks packages/api");
  if (failure !== "") throw new Error(failure);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a new context", () => {
  it(`is named in at most ${NAMED_IN_MAX} files outside itself`, () => {
    expect(named.length).toBeLessThanOrEqual(NAMED_IN_MAX);
    const all = globSync("{apps,docs,packages,tooling,tests}/**/*.{ts,tsx,cjs,json,md}", {
      cwd: copy,
      exclude: (path) => /node_modules|planted-context/.test(path),
    });
    const naming = all.filter((path) => /planted-?context/i.test(readFileSync(join(copy, path), "utf8")));
    expect(naming.filter((path) => path !== "tests/contracts/new-context.test.ts").toSorted()).toEqual(
      named.toSorted(),
    );
  });

  it.each(["format", "lint", "imports", "imports-of-types", "types"])("passes the check %s", (check) => {
    expect(failureOf(scripts[check] ?? "exit 1")).toBe("");
  });

  it("passes the types of the console", () => {
    expect(failureOf("tsc -p apps/console")).toBe("");
  });

  it("works: its table is migrated and its own tests pass", () => {
    expect(failureOf("cd packages/schema && drizzle-kit generate --config drizzle.config.ts --name planted")).toBe("");
    expect(failureOf("vitest run --config tooling/vitest/vitest.config.ts packages/planted-context")).toBe("");
  });
});
