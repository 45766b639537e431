import { parentPort, workerData } from "node:worker_threads";
import { isWithin, RefusalError } from "@anji/kernel";
import { annotateLedger, readLedger } from "../sheet/index.ts";
import type { SheetAnswer, SheetTask } from "./sheet-task.ts";

/** The thread that reads one workbook: what a file costs in time and memory is its own, not the server's. */
const task = workerData as SheetTask; // posted by sheet-task.ts alone
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await answerOf(task));

async function answerOf(asked: SheetTask): Promise<SheetAnswer> {
  try {
    if (asked.kind === "annotate") return { bytes: await annotateLedger(asked.bytes, asked) };
    const { bytes, area, catalogue, today } = asked;
    const reading = await readLedger(bytes, { catalogue, today, isInArea: (unit) => isWithin(unit.path, area) });
    return { reading };
  } catch (cause) {
    if (cause instanceof RefusalError) return { refusal: cause.refusal };
    throw cause;
  }
}
