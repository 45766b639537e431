import { halfWidth } from "@anji/kernel";

const NEEDS_WORK = /[\uff01-\uff5e\s\u3000\u200b\ufeff]/;

/** Half-width and without blanks, for comparing; most cells of a long ledger need no work. */
export function plainText(text: string): string {
  return NEEDS_WORK.test(text) ? halfWidth(text) : text;
}

/** Without the blanks around it, ideographic and zero-width ones too. Breaks inside a text are kept. */
export function trimmed(text: string): string {
  const plain = text.trim();
  return plain.startsWith("\u200b") || plain.endsWith("\u200b")
    ? plain.replaceAll(/^[\s\u200b]+|[\s\u200b]+$/g, "")
    : plain;
}
