import type { Cell } from "@anji/workbook/writing";

import { plainLine } from "@anji/official-documents";
import { REPORT_STYLES, type StyleName } from "./workbook-styles.ts";

export function textCell(text: string, style: StyleName): Cell {
  const line = plainLine(text);
  return {
    kind: "text",
    text: line,
    style: numberOf(style === "text" && looksLikeFormula(line) ? "quotedText" : style),
  };
}

export function numberCell(value: string | number, style: StyleName): Cell {
  return { kind: "number", value: String(value), style: numberOf(style) };
}

export function formulaCell(options: { formula: string; value: string; style: StyleName }): Cell {
  return { kind: "formula", formula: options.formula, value: options.value, style: numberOf(options.style) };
}

/** Characters that can make a formula when a person edits the cell, half- and full-width. */
function looksLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠|%]/.test(text);
}

function numberOf(style: StyleName): number {
  return REPORT_STYLES.numbers[style];
}
