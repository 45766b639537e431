import {
  earliestDay,
  parseOccurrence,
  read,
  readOccurrence,
  unread,
  type Day,
  type Occurrence,
  type Reading,
} from "@anji/kernel";
import { dayOfSerial } from "@anji/workbook";
import type { SheetCell } from "@anji/workbook/reading";

import { headerOf, type LedgerField } from "../ledger-columns.ts";
import type { SheetRule } from "../sheet-rules.ts";
import type { ReadDate } from "./line-check.ts";
import { isReadable, reportError, reportRequired, shownText, type LineCheck } from "./line-check.ts";

export type LedgerDates = { readonly occurrence: Occurrence; readonly discoveredOn: Day; readonly dueOn: Day | null };

export function readDates(check: LineCheck): LedgerDates | null {
  const occurred = readPastDate(check, "occurrence");
  const discovered = readPastDate(check, "discoveredOn");
  const discoveredOn = discovered === null ? null : dayOnly(check, { field: "discoveredOn", date: discovered });
  const due = check.line.cells.has("dueOn") ? readDate(check, "dueOn") : null;
  const dueOn = due === null ? null : dayOnly(check, { field: "dueOn", date: due });
  if (occurred === null || discoveredOn === null) return null;
  const { occurrence, earliest } = occurred;
  if (discoveredOn < earliest) {
    return reportError(check, {
      field: "discoveredOn",
      rule: "ledgerSheet.discoveredBeforeOccurred",
      params: { discovered: discoveredOn, occurred: occurrence.text },
    });
  }
  return { occurrence, discoveredOn, dueOn };
}

function readPastDate(check: LineCheck, field: "occurrence" | "discoveredOn"): ReadDate | null {
  const date = check.line.cells.has(field) ? readDate(check, field) : reportRequired(check, field);
  if (date === null || date.earliest <= check.closingOn) return date;
  const { occurrence, earliest } = date;
  const rule: SheetRule = earliest > check.today ? "ledgerSheet.dateInFuture" : "ledgerSheet.dateAfterClosing";
  return reportError(check, {
    field,
    rule,
    params: { field: headerOf(field), text: occurrence.text, closingOn: check.closingOn },
  });
}

function dayOnly(check: LineCheck, options: { field: LedgerField; date: ReadDate }): Day | null {
  const { field, date } = options;
  const { occurrence, earliest } = date;
  if (occurrence.precision === "day") return earliest;
  return reportError(check, {
    field,
    rule: "ledgerSheet.dayNeeded",
    params: { field: headerOf(field), text: occurrence.text },
  });
}

function readDate(check: LineCheck, field: LedgerField): ReadDate | null {
  const cell = check.line.cells.get(field);
  if (cell === undefined || !isReadable(check, field)) return null;
  const reading = check.dates(cell);
  if (reading.isRead) return reading.value;
  const rule: SheetRule = reading.rule === "kernel.dateMissing" ? "ledgerSheet.invalidDate" : "ledgerSheet.dateNotRead";
  return reportError(check, { field, rule, params: { field: headerOf(field), text: shownText(check.line, field) } });
}

/** Reads date cells, each different text once: a ledger repeats a few hundred days. */
export function dateReader(): (cell: SheetCell) => Reading<ReadDate> {
  const known = new Map<string, Reading<ReadDate>>();
  return (cell) => {
    const key = `${cell.kind}${cell.kind === "number" && cell.isDate}${cell.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = readDateCell(cell);
    const date = reading.isRead ? read({ occurrence: reading.value, earliest: earliestDay(reading.value) }) : reading;
    known.set(key, date);
    return date;
  };
}

/** A date cell, a bare serial number, a number such as 20051231 or 2005, or any of the written forms. */
export function readDateCell(cell: SheetCell): Reading<Occurrence> {
  if (cell.kind !== "number") return readOccurrence(cell.text.replace(TIME_OF_DAY, ""));
  const isWritten = !cell.isDate && /^(?:(?:19|20)\d{2}|\d{8})$/.test(cell.text);
  if (isWritten) return readOccurrence(cell.text);
  const on = dayOfSerial(cell.text);
  const occurrence = on === null ? null : parseOccurrence(on);
  return occurrence === null ? unread("kernel.dateNotRead", { text: cell.text }) : read(occurrence);
}

const TIME_OF_DAY = /(?<=\d)(?:T|[\s\u3000]+)\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?Z?\s*$/;
