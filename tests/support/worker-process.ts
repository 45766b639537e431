import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const MAIN = fileURLToPath(new URL("../../apps/worker/src/main.ts", import.meta.url));
const line = z.object({ msg: z.string(), jobId: z.string().optional(), attempt: z.int().optional() });
export type WorkerLine = z.infer<typeof line>;

export type WorkerProcess = {
  readonly name: string;
  readonly lines: readonly WorkerLine[];
  /** Resolves with the next line of the log that has this text. */
  says(message: string): Promise<WorkerLine>;
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
};

const running = new Set<WorkerProcess>();

/** Ends whatever a failed test left running. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.kill()));
}

/** A real worker in a process of its own: an address and a key, nothing else. */
export function startWorker(options: { url: string; key: string; name: string }): WorkerProcess {
  const environment = {
    ANJI_URL: options.url,
    ANJI_API_KEY: options.key,
    ANJI_WORKER_NAME: options.name,
    TZ: process.env["TZ"],
  };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines: WorkerLine[] = [];
  const waiting = new Set<(said: WorkerLine) => void>();
  createInterface({ input: outputOf(child) }).on("line", (text) => {
    const said = line.parse(JSON.parse(text));
    lines.push(said);
    for (const listener of waiting) listener(said);
  });
  const worker: WorkerProcess = {
    name: options.name,
    lines,
    says: (message) =>
      new Promise((resolve) => {
        const listener = (said: WorkerLine) => {
          if (said.msg !== message) return;
          waiting.delete(listener);
          resolve(said);
        };
        waiting.add(listener);
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
  running.add(worker);
  void ended.then(() => running.delete(worker));
  return worker;
}

function outputOf(child: ChildProcess): NodeJS.ReadableStream {
  if (child.stdout === null) throw new Error("the worker's output is not piped");
  return child.stdout;
}
