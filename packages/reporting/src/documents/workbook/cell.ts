import { plainLine } from "@anji/official-documents";
import type { StyleName } from "./workbook-styles.ts";

export type Cell =
  | { readonly kind: "text"; readonly text: string; readonly style: StyleName }
  /** A decimal written out, such as "2.683472": it is stored as it stands. */
  | { readonly kind: "number"; readonly value: string; readonly style: StyleName }
  | { readonly kind: "formula"; readonly formula: string; readonly value: string; readonly style: StyleName };

export function textCell(text: string, style: StyleName): Cell {
  return { kind: "text", text: plainLine(text), style };
}

export function numberCell(value: string | number, style: StyleName): Cell {
  return { kind: "number", value: String(value), style };
}

/** A formula with the value it has, so that a reader without a calculator shows the same. */
export function formulaCell(options: { formula: string; value: string; style: StyleName }): Cell {
  return { kind: "formula", ...options };
}

/** What a person may turn into a formula by retyping it, half- and full-width. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠|%]/.test(text);
}
