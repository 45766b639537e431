import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Processes that work on files at the same moment; the others wait for their turn. */
const PROCESSES_MAX = 2;
/** How Node ends when its heap is full. */
const ABORTED_CODE = 134;
export const OUT_OF_MEMORY = Symbol("out of memory");

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs a script in a process of its own with a bounded heap (MB), sends it `data` and gives its one message.
 * `OUT_OF_MEMORY` when it was ended by a signal or a full heap: the file was too much, the caller goes on. Rejects when
 * the script fails otherwise.
 */
export async function answerInProcess<Answer>(
  script: URL,
  work: { data: object; heapMb: number },
): Promise<Answer | typeof OUT_OF_MEMORY> {
  if (running < PROCESSES_MAX) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await answerOf<Answer>(script, work);
  } finally {
    // The place goes straight to the next one that waits, so that no caller in between takes it as well.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function answerOf<Answer>(script: URL, { data, heapMb }: { data: object; heapMb: number }) {
  const child = fork(fileURLToPath(script), {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise<Answer | typeof OUT_OF_MEMORY>((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as Answer)); // what the script sends is the caller's to know
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal !== null || code === ABORTED_CODE) resolve(OUT_OF_MEMORY);
      else reject(new Error(`the process of a file ended with ${code} and no answer`));
    });
    // A process that is gone already says so by its end.
    child.send(data, () => undefined);
  });
}
