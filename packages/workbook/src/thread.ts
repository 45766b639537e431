import { Worker } from "node:worker_threads";

/** Threads of a process that work on files at the same moment; the others wait for their turn. */
const THREADS_MAX = 2;
const OUT_OF_MEMORY_CODE = "ERR_WORKER_OUT_OF_MEMORY";
export const OUT_OF_MEMORY = Symbol("out of memory");

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs a script in a thread of its own with a bounded heap (MB) and gives its one message. `OUT_OF_MEMORY` when the heap
 * was not enough: the thread ends, the process goes on. Rejects when the script fails or ends without a message.
 */
export async function answerInThread<Answer>(
  script: URL,
  work: { data: unknown; heapMb: number },
): Promise<Answer | typeof OUT_OF_MEMORY> {
  if (running >= THREADS_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await answerOf<Answer>(script, work);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function answerOf<Answer>(script: URL, { data, heapMb }: { data: unknown; heapMb: number }) {
  const thread = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  return new Promise<Answer | typeof OUT_OF_MEMORY>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", (error) => {
      if ("code" in error && error.code === OUT_OF_MEMORY_CODE) resolve(OUT_OF_MEMORY);
      else reject(error);
    });
    thread.once("exit", (code) => reject(new Error(`a thread ended with ${code} and no answer`)));
  });
}
