import { isWithin, RefusalError } from "@anji/kernel";
import { annotateLedger, readLedger } from "../sheet/index.ts";
import type { SheetAnswer, SheetTask } from "./sheet-task.ts";

// The process that reads one workbook: the file's time and memory are its own, not the server's. Without the server it ends.
process.once("disconnect", () => process.exit());
process.once("message", (task: SheetTask) => {
  void answerOf(task).then((answer) => process.send?.(answer, () => process.disconnect()));
});

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
