export const COLUMNS_MAX = 16_384;
export const ROWS_MAX = 1_048_576;

export type CellAddress = { readonly column: number; readonly row: number };

/** 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - digit - 1) / 26;
  }
  return letters;
}

export function addressText(address: CellAddress): string {
  return `${columnLetters(address.column)}${address.row}`;
}

/** "AF43" → column 32, row 43; null when it is outside a worksheet. "$" is allowed before either part. */
export function parseAddress(text: string): CellAddress | null {
  let column = 0;
  let at = 0;
  if (text.charCodeAt(at) === DOLLAR) at += 1;
  for (; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) & ~LOWER_CASE;
    if (letter < LETTER_A || letter > LETTER_Z) break;
    column = column * 26 + letter - LETTER_A + 1;
    if (column > COLUMNS_MAX) return null;
  }
  if (text.charCodeAt(at) === DOLLAR) at += 1;
  const digits = text.slice(at);
  const row = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return column === 0 || row === 0 || row > ROWS_MAX ? null : { column, row };
}

const LETTER_A = 65;
const LETTER_Z = 90;
const LOWER_CASE = 32;
const DOLLAR = 36;

export type CellRange = { readonly from: CellAddress; readonly to: CellAddress };

/** "B28:B37" or a single cell. */
export function parseRange(text: string): CellRange | null {
  const [first = "", second = first] = text.split(":");
  const from = parseAddress(first);
  const to = parseAddress(second);
  return from === null || to === null || to.column < from.column || to.row < from.row ? null : { from, to };
}
