import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { checkout } from "../checkout.ts";
import type { Counts } from "./static-checks.ts";

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Runs vitest and counts what its own report says; a file that could not even be loaded counts as one failure. */
export async function runTests(options: { signal: AbortSignal; filters: readonly string[] }): Promise<Counts> {
  const file = join(tmpdir(), `anji-tests-${process.pid}.json`);
  const list = [
    join(checkout, "node_modules", "vitest", "vitest.mjs"),
    "run",
    `--config=${join(checkout, "tooling", "vitest", "vitest.config.ts")}`,
    ...options.filters,
  ];
  const child = spawn(process.execPath, list, {
    cwd: checkout,
    env: { ...process.env, ANJI_TEST_REPORT: file },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const pass = () => child.kill("SIGINT");
  options.signal.addEventListener("abort", pass);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  options.signal.throwIfAborted();
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = report.parse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  const unloaded = testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0);
  const failed = numFailedTests + unloaded.length;
  // An error outside every test, such as one nobody caught, still fails the run.
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
