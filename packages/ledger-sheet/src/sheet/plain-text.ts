import { halfWidth } from "@anji/kernel";

const NEEDS_WORK = /[\uff01-\uff5e\s\u3000\u200b\ufeff]/;

/** Half-width and without blanks, for comparing; most cells of a long ledger need no work. */
export function plainText(text: string): string {
  return NEEDS_WORK.test(text) ? halfWidth(text) : text;
}

/** Without the blanks around it, ideographic and zero-width ones too. Breaks inside a text are kept. */
export function trimmed(text: string): string {
  const plain = text.trim();
  if (!plain.startsWith(ZERO_WIDTH) && !plain.endsWith(ZERO_WIDTH)) return plain;
  let from = 0;
  let to = plain.length;
  while (from < to && BLANK.test(plain.charAt(from))) from += 1;
  while (to > from && BLANK.test(plain.charAt(to - 1))) to -= 1;
  return plain.slice(from, to);
}

const ZERO_WIDTH = "\u200b";
const BLANK = /[\s\u200b]/;
