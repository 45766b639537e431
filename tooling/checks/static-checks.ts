import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkout } from "../checkout.ts";

/** The tasks of turbo.json that need no database. Each counts as one test; what has not changed is not done again. */
const TASKS = ["format", "lint", "boundaries", "imports", "imports-of-types", "unused", "types"] as const;

export type Counts = { readonly passed: number; readonly failed: number };

const summary = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      cache: z.object({ status: z.string() }),
      execution: z.object({ startTime: z.number(), endTime: z.number(), exitCode: z.number().nullable() }).optional(),
    }),
  ),
});

/** Runs the checks through turbo, shows the output of a failed one, and counts them by turbo's summary. */
export async function runStaticChecks(signal: AbortSignal): Promise<Counts> {
  const runs = join(checkout, ".turbo", "runs");
  mkdirSync(runs, { recursive: true });
  const before = new Set(readdirSync(runs));
  const { code, output } = await runTurbo(signal);
  signal.throwIfAborted();
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  const written = readdirSync(runs).find((name) => name.endsWith(".json") && !before.has(name));
  if (written === undefined) return { passed: 0, failed: 1 };
  const { tasks } = summary.parse(JSON.parse(readFileSync(join(runs, written), "utf8")));
  rmSync(join(runs, written));
  const done = tasks.filter((task) => task.execution !== undefined || task.cache.status === "HIT");
  for (const task of done) process.stdout.write(`${line(task)}\n`);
  const passed = done.filter(hasPassed).length;
  // A turbo that ends badly without a failed task, for instance on a broken turbo.json, is a failure too.
  const failed = Math.max(tasks.length - passed, code === 0 ? 0 : 1);
  return { passed, failed };
}

type Task = z.infer<typeof summary>["tasks"][number];

function hasPassed({ cache, execution }: Task): boolean {
  return cache.status === "HIT" || execution?.exitCode === 0;
}

function line(task: Task): string {
  const seconds = task.execution ? (task.execution.endTime - task.execution.startTime) / 1000 : 0;
  const time = task.cache.status === "HIT" ? "unchanged" : `${seconds.toFixed(1)} s`;
  return `${hasPassed(task) ? "✓" : "✗"} ${task.taskId.replace(/^\/\/#/, "")} (${time})`;
}

function runTurbo(signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    join(checkout, "node_modules", ".bin", "turbo"),
    ["run", ...TASKS, "--concurrency=2", "--continue=always", "--output-logs=errors-only", "--summarize"],
    {
      cwd: checkout,
      signal,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ code: null, output: `${output}\n${message}` }));
    child.once("close", (code) => resolve({ code, output }));
  });
}
