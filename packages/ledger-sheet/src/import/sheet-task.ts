import { type Day, type Id, type Locale, refuse, type Refusal, RefusalError, type RegionPath } from "@anji/kernel";
import { answerInProcess, OUT_OF_MEMORY } from "@anji/workbook/processes";
import type { LedgerCatalogue, LedgerReading, SheetMistake } from "../sheet/index.ts";

type ReadTask = { bytes: Uint8Array; catalogue: LedgerCatalogue; today: Day; area: RegionPath };
type AnnotateTask = { bytes: Uint8Array; mistakes: readonly SheetMistake[]; locale: Locale };
/** What a process is asked for; everything in it can be copied to another process. */
export type SheetTask = ({ kind: "read" } & ReadTask) | ({ kind: "annotate" } & AnnotateTask);
export type SheetAnswer = { reading: LedgerReading } | { bytes: Uint8Array } | { refusal: Refusal };

/** Heap of one process, in MB. A file that needs more is refused; the server itself goes on. */
const HEAP_MB_MAX = 1536;
const SCRIPT = new URL("sheet-process.ts", import.meta.url);
const readers = new Set<string>();

/** Reads one workbook of a person at a time; a second one, also of the same batch, is refused. */
export async function onePerPerson<Answer>(personId: Id<"person">, work: () => Promise<Answer>): Promise<Answer> {
  if (readers.has(personId)) refuse({ code: "tooMany", rule: "ledgerSheet.readingAlready" });
  readers.add(personId);
  return work().finally(() => readers.delete(personId));
}

/** Reads a workbook in a process of its own, with bounded memory. */
export async function readInProcess(task: ReadTask, heapMb = HEAP_MB_MAX): Promise<LedgerReading> {
  return (await done<{ reading: LedgerReading }>({ kind: "read", ...task }, heapMb)).reading;
}

/** Marks mistakes in a workbook, in a process of its own. */
export async function annotateInProcess(task: AnnotateTask): Promise<Uint8Array> {
  return (await done<{ bytes: Uint8Array }>({ kind: "annotate", ...task }, HEAP_MB_MAX)).bytes;
}

async function done<Answer>(data: SheetTask, heapMb: number): Promise<Answer> {
  const answer = await answerInProcess<Answer | { refusal: Refusal }>(SCRIPT, { data, heapMb });
  if (answer === OUT_OF_MEMORY) return refuse({ code: "tooLarge", rule: "ledgerSheet.tooHeavy" });
  if (typeof answer === "object" && answer !== null && "refusal" in answer) throw new RefusalError(answer.refusal);
  return answer;
}
