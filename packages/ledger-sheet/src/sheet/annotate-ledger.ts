import type { Locale } from "@anji/kernel";
import { ANNOTATIONS_MAX } from "@anji/workbook";
import { annotateWorkbook } from "@anji/workbook/annotating";

import { mistakeMessage, type SheetMistake } from "./sheet-rules.ts";

const AUTHOR = "安基";

/** The same workbook with each mistake's cell in red and its message as a comment; nothing else changes. */
export async function annotateLedger(
  bytes: Uint8Array,
  options: { mistakes: readonly SheetMistake[]; locale: Locale },
): Promise<Uint8Array> {
  const notes = options.mistakes.slice(0, ANNOTATIONS_MAX).map((mistake) => {
    const { sheet, cell } = mistake;
    return { sheet, cell, text: mistakeMessage(mistake, options.locale) };
  });
  return annotateWorkbook(bytes, { notes, author: AUTHOR });
}
