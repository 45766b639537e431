import { Worker } from "node:worker_threads";
import type { Day, Id, Locale, Refusal, RegionPath } from "@anji/kernel";
import { refusal, refuse, refuseIf } from "@anji/kernel";
import type { LedgerCatalogue, LedgerReading, SheetMistake } from "../sheet/index.ts";

/** What a thread is asked for; everything in it can be copied to another thread. */
export type SheetTask =
  | { kind: "read"; bytes: Uint8Array; catalogue: LedgerCatalogue; today: Day; area: RegionPath }
  | { kind: "annotate"; bytes: Uint8Array; mistakes: readonly SheetMistake[]; locale: Locale };
export type SheetAnswer =
  | { kind: "read"; reading: LedgerReading }
  | { kind: "annotated"; bytes: Uint8Array }
  | { kind: "refused"; refusal: Refusal };

/** Heap of one thread, in MB. A file that needs more is refused; the server itself goes on. */
const HEAP_MB_MAX = 1536;
const THREADS_MAX = 2;
const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

const TOO_HEAVY = refusal({ code: "tooLarge", rule: "ledgerSheet.tooHeavy" });

const readers = new Set<string>();
let running = 0;
const waiting: (() => void)[] = [];

/** Reads one workbook of a person at a time; a second one, also of the same batch, is refused. */
export async function onePerPerson<Answer>(personId: Id<"person">, work: () => Promise<Answer>): Promise<Answer> {
  if (readers.has(personId)) refuse({ code: "tooMany", rule: "ledgerSheet.readingAlready" });
  readers.add(personId);
  return work().finally(() => readers.delete(personId));
}

/** Reads a workbook in a thread of its own, with bounded memory. */
export async function readInThread(
  task: Omit<Extract<SheetTask, { kind: "read" }>, "kind">,
  heapMb = HEAP_MB_MAX,
): Promise<LedgerReading> {
  const answer = await inThread({ kind: "read", ...task }, heapMb);
  return answer.kind === "read" ? answer.reading : unexpected(answer);
}

/** Marks mistakes in a workbook, in a thread of its own. */
export async function annotateInThread(
  task: Omit<Extract<SheetTask, { kind: "annotate" }>, "kind">,
): Promise<Uint8Array> {
  const answer = await inThread({ kind: "annotate", ...task }, HEAP_MB_MAX);
  return answer.kind === "annotated" ? answer.bytes : unexpected(answer);
}

async function inThread(task: SheetTask, heapMb: number): Promise<SheetAnswer> {
  if (running >= THREADS_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await answerOfThread(task, heapMb);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function answerOfThread(task: SheetTask, heapMb: number): Promise<SheetAnswer> {
  const thread = new Worker(new URL("sheet-thread.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  return new Promise<SheetAnswer>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", (error) => {
      if ("code" in error && error.code === OUT_OF_MEMORY) resolve({ kind: "refused", refusal: TOO_HEAVY });
      else reject(error);
    });
    thread.once("exit", (code) => reject(new Error(`the thread of a workbook ended with ${code} and no answer`)));
  });
}

function unexpected(answer: SheetAnswer): never {
  refuseIf(answer.kind === "refused" ? answer.refusal : null);
  throw new Error(`a thread answered ${answer.kind} to another task`);
}
