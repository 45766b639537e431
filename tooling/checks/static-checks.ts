import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout } from "../checkout.ts";

export type Check = { readonly name: string; readonly program: string; readonly list: readonly string[] };

const programs = join(checkout, "node_modules", ".bin");
const rules = join(checkout, "tooling", "checks");

/** Each counts as one test. The slow ones come last. */
export const staticChecks: readonly Check[] = [
  { name: "format (oxfmt)", program: "oxfmt", list: ["--list-different", "."] },
  { name: "lint (oxlint)", program: "oxlint", list: [] },
  { name: "boundaries between packages (turbo)", program: "turbo", list: ["boundaries"] },
  {
    name: "boundaries inside packages (dependency-cruiser)",
    program: "depcruise",
    list: ["--config", join(rules, "dependency-cruiser.cjs"), "packages", "apps", "tooling", "tests"],
  },
  {
    name: "the same for imports of types (dependency-cruiser)",
    program: "depcruise",
    list: ["--config", join(rules, "dependency-cruiser-types.cjs"), "packages", "apps", "tooling", "tests"],
  },
  {
    name: "nothing unused (knip)",
    program: "knip",
    list: ["--config", join(rules, "knip.json"), "--no-config-hints", "--no-progress"],
  },
  { name: "types (tsc)", program: "tsc", list: ["-p", rules] },
  { name: "types of the console (tsc)", program: "tsc", list: ["-p", join(checkout, "apps", "console")] },
];

export type Counts = { readonly passed: number; readonly failed: number };

/** Runs the checks one after the other and shows the output of a failed one. */
export async function runStaticChecks(signal: AbortSignal): Promise<Counts> {
  let passed = 0;
  for (const check of staticChecks) {
    const startedAt = performance.now();
    const { code, output } = await outcome(check, signal);
    signal.throwIfAborted();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? "✓" : "✗"} ${check.name} (${seconds} s)\n`);
    if (code === 0) passed++;
    else process.stdout.write(`${output.trimEnd()}\n`);
  }
  return { passed, failed: staticChecks.length - passed };
}

function outcome(check: Check, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  const child = spawn(join(programs, check.program), check.list, {
    cwd: checkout,
    signal,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_COLOR: "1", FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, output: `${output}\n${error.message}` }));
    child.once("close", (code) => resolve({ code, output }));
  });
}
