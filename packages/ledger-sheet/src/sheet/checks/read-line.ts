import type { Means, RectificationKind } from "@anji/findings";
import { halfWidth } from "@anji/kernel";

import { type LedgerField, NOTE_FIELDS, type NoteField } from "../ledger-columns.ts";
import type { LedgerCells, LedgerFacts, LedgerRow, LedgerRowText } from "../ledger-reading.ts";
import { MEANS_NAMES, RECTIFICATION_KIND_NAMES } from "../ledger-catalogue.ts";
import { cellAddress, textOf, type LedgerLine, type LedgerSheet } from "../ledger-sheet.ts";
import {
  lookupText,
  optionalText,
  reportError,
  reportRequired,
  requiredText,
  shownText,
  type LineCheck,
} from "./line-check.ts";
import { readAmounts } from "./read-amounts.ts";
import { readDates } from "./read-dates.ts";
import { readClassification } from "./read-kind.ts";
import { readUnit } from "./read-unit.ts";

/** Reads one line into a row. Every mistake of the line is reported, not only the first; null when there was any. */
export function readLine(check: LineCheck): LedgerRow | null {
  const no = readNo(check);
  const unit = readUnit(check);
  const classification = readClassification(check);
  const dates = readDates(check);
  const summary = requiredText(check, "summary");
  const responsibleUnit = requiredText(check, "responsibleUnit");
  const amounts = readAmounts(check);
  const particulars = readParticulars(check);
  if (no === null || unit === null || classification === null || dates === null || summary === null) return null;
  if (responsibleUnit === null || amounts === null) return null;
  const { ledger, line } = check;
  return {
    no,
    unitCode: unit.code,
    ...classification,
    ...dates,
    summary,
    responsibleUnit,
    ...amounts,
    ...particulars,
    rowNumber: line.rowNumber,
    isHidden: line.isHidden,
    get cells() {
      return cellsOf(ledger, line);
    },
  };
}

/** Fields that may be left out. */
function readParticulars(check: LineCheck): Pick<LedgerFacts, NoteField | "rectificationKind" | "means"> {
  const notes = NOTE_FIELDS.map((field) => [field, optionalText(check, field)] as const);
  return {
    ...(Object.fromEntries(notes) as Record<NoteField, string | null>), // each of them is there
    rectificationKind: readRectificationKind(check),
    means: readMeans(check),
  };
}

function readNo(check: LineCheck): number | null {
  if (!check.line.cells.has("no")) return reportRequired(check, "no");
  const text = lookupText(check, "no");
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return reportError(check, {
    field: "no",
    rule: "ledgerSheet.noNotNumber",
    params: { text: textOf(check.line, "no") },
  });
}

function readRectificationKind(check: LineCheck): RectificationKind | null {
  const text = optionalText(check, "rectificationKind");
  if (text === null) return null;
  const entry = Object.entries(RECTIFICATION_KIND_NAMES).find(
    ([name]) => name === lookupText(check, "rectificationKind"),
  );
  if (entry !== undefined) return entry[1];
  const names = Object.keys(RECTIFICATION_KIND_NAMES).join("、");
  return reportError(check, {
    field: "rectificationKind",
    rule: "ledgerSheet.unknownRectificationKind",
    params: { text, names },
  });
}

/** 处理手段: 经济、行政、法律, one or several. */
function readMeans(check: LineCheck): readonly Means[] {
  const text = optionalText(check, "means") ?? "";
  const names = halfWidth(text)
    .split(/[、,;/]/)
    .filter((name) => name !== "");
  const means = names.map((name) => Object.entries(MEANS_NAMES).find(([known]) => known === name)?.[1]);
  if (means.includes(undefined)) {
    reportError(check, {
      field: "means",
      rule: "ledgerSheet.unknownMeans",
      params: { text, names: Object.keys(MEANS_NAMES).slice(0, 3).join("、") },
    });
  }
  return means.filter((each) => each !== undefined);
}

/** A line as the sheet shows it. Texts and addresses are made on demand, since a long ledger needs few of them. */
export function rowText(ledger: LedgerSheet, line: LedgerLine): LedgerRowText {
  return {
    rowNumber: line.rowNumber,
    isHidden: line.isHidden,
    get texts() {
      const texts: Partial<Record<LedgerField, string>> = {};
      for (const field of line.cells.keys()) texts[field] = shownText(line, field);
      return texts;
    },
    get cells() {
      return cellsOf(ledger, line);
    },
  };
}

function cellsOf(ledger: LedgerSheet, line: LedgerLine): LedgerCells {
  const cells: Partial<Record<LedgerField, string>> = {};
  for (const field of ledger.columns.keys()) cells[field] = cellAddress(ledger, line, field);
  return cells;
}
