import { encodeCellText } from "../cell-text.ts";

/** The address of a cell ("P5") and the number of its style. */
export type CellAt = { readonly at: string; readonly style: number };

/** A text cell. It is typed as text, whatever it begins with: "=1+1" stays four characters and never computes. */
export function textCell({ at, style }: CellAt, text: string): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(text)}</t></is></c>`;
}

/** A number cell; the number is given as text, so that no digit is lost. */
export function numberCell({ at, style }: CellAt, number: string): string {
  return `<c r="${at}" s="${style}"><v>${number}</v></c>`;
}

// A double keeps this many decimal digits of any number.
const DIGITS_OF_A_NUMBER = 15;

/** Whether a spreadsheet keeps every digit of a number. Otherwise it is better written as text. */
export function hasExactNumber(text: string): boolean {
  return (
    text.length <= DIGITS_OF_A_NUMBER || text.replaceAll(/\D/g, "").replace(/^0+/, "").length <= DIGITS_OF_A_NUMBER
  );
}

/** A formula with its present result, for readers that do not compute. */
export function formulaCell({ at, style }: CellAt, options: { formula: string; result: string }): string {
  return `<c r="${at}" s="${style}"><f>${encodeCellText(options.formula)}</f><v>${options.result}</v></c>`;
}

export function emptyCell({ at, style }: CellAt): string {
  return `<c r="${at}" s="${style}"/>`;
}
