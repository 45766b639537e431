import { CHANNELS } from "@anji/findings";
import { fen, FEN_MAX, parseWan, read, sumFen, unread, wanExact, ZERO_FEN, type Fen, type Reading } from "@anji/kernel";
import type { SheetCell } from "@anji/workbook/reading";

import { headerOf, type AmountField } from "../ledger-columns.ts";
import type { LedgerAmounts } from "../ledger-reading.ts";
import type { SheetRule } from "../sheet-rules.ts";
import { isReadable, reportError, reportRequired, shownText, type LineCheck } from "./line-check.ts";

/** 涉及金额 = 追回纠正 + 同级政府归还 + 调账补记 + 核销 + 尚未整改, per row. An empty 尚未整改 is what is left. */
export function readAmounts(check: LineCheck): LedgerAmounts | null {
  const found = check.line.cells.has("found") ? readAmount(check, "found") : reportRequired(check, "found");
  const parts = CHANNELS.map((field) => ({
    field,
    amount: check.line.cells.has(field) ? readAmount(check, field) : ZERO_FEN,
  }));
  const stated = check.line.cells.has("outstanding") ? readAmount(check, "outstanding") : undefined;
  if (found === null || found < 0n) return found === null ? null : reportNegative(check, "found");
  const known: Fen[] = [];
  for (const { field, amount } of parts) {
    if (amount === null) continue;
    if (amount < 0n) reportNegative(check, field);
    else if (amount > found) reportAboveFound(check, { field, part: amount, found });
    else known.push(amount);
  }
  const [recovered, repaid, rebooked, writtenOff] = known;
  if (
    stated === null ||
    recovered === undefined ||
    repaid === undefined ||
    rebooked === undefined ||
    writtenOff === undefined
  )
    return null;
  const outstanding = outstandingOf(check, { found, parts: known, stated });
  if (outstanding === null) return null;
  return {
    foundFen: found,
    recoveredFen: recovered,
    repaidFen: repaid,
    rebookedFen: rebooked,
    writtenOffFen: writtenOff,
    outstandingFen: outstanding,
  };
}

function outstandingOf(
  check: LineCheck,
  options: { found: Fen; parts: readonly Fen[]; stated: Fen | undefined },
): Fen | null {
  const { found, parts, stated } = options;
  const left = fen(found - sumFen(parts));
  if (stated !== undefined && stated < 0n && left >= 0n) return reportNegative(check, "outstanding");
  const outstanding = stated ?? left;
  if (outstanding === left && left >= 0n) return outstanding;
  const sum = sumFen([...parts, ...(stated === undefined ? [] : [stated])]);
  return reportError(check, {
    field: "outstanding",
    rule: "ledgerSheet.identity",
    params: { found: amountShown(found), sum: amountShown(sum) },
  });
}

function reportNegative(check: LineCheck, field: AmountField): null {
  return reportError(check, { field, rule: "ledgerSheet.negativeAmount", params: { field: headerOf(field) } });
}

function reportAboveFound(check: LineCheck, options: { field: AmountField; part: Fen; found: Fen }): null {
  return reportError(check, {
    field: options.field,
    rule: "ledgerSheet.rectifiedAboveFound",
    params: { field: headerOf(options.field), part: amountShown(options.part), found: amountShown(options.found) },
  });
}

const AMOUNT_RULES: Readonly<Record<string, SheetRule>> = {
  "kernel.amountTooFine": "ledgerSheet.amountTooFine",
  "kernel.amountTooLarge": "ledgerSheet.amountTooLarge",
};

function readAmount(check: LineCheck, field: AmountField): Fen | null {
  const cell = check.line.cells.get(field);
  if (cell === undefined || !isReadable(check, field)) return null;
  const reading = readAmountCell(cell);
  if (reading.isRead) return reading.value;
  return reportError(check, {
    field,
    rule: AMOUNT_RULES[reading.rule] ?? "ledgerSheet.amountNotNumber",
    params: { field: headerOf(field), text: shownText(check.line, field) },
  });
}

/** An amount in 万元, from a number cell or from text with separators or full-width digits. */
export function readAmountCell(cell: SheetCell): Reading<Fen> {
  if (cell.kind === "text") return parseWan(cell.text);
  if (cell.kind !== "number" || cell.isDate) return unread("kernel.amountNotNumber", { text: cell.text });
  return readNumber(cell.text);
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const DECIMALS_OF_WAN = 6;
const SCALE_MAX = 60;
// A stored number is a binary fraction: half its last bit, or a thousandth of a fen, is a rounding error and no amount.
const NOISE_PER_FEN = 1000n;
const DOUBLE_PRECISION = 2n ** 52n;

function readNumber(text: string): Reading<Fen> {
  const [, sign, whole = "", decimals = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  const digits = whole + decimals;
  if (sign === undefined || digits === "") return unread("kernel.amountNotNumber", { text });
  const shift = Number(exponent) - decimals.length + DECIMALS_OF_WAN;
  if (Math.abs(shift) > SCALE_MAX || digits.length > SCALE_MAX) return unread("kernel.amountTooLarge", { text });
  const divisor = 10n ** BigInt(Math.max(0, -shift));
  const scaled = BigInt(digits) * 10n ** BigInt(Math.max(0, shift));
  const size = (2n * scaled + divisor) / (2n * divisor);
  const noise = magnitude(scaled - size * divisor);
  if (noise * NOISE_PER_FEN > divisor && noise * DOUBLE_PRECISION > scaled)
    return unread("kernel.amountTooFine", { text });
  if (size > FEN_MAX) return unread("kernel.amountTooLarge", { text });
  return read(fen(sign === "-" ? -size : size));
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** 万元 with separators and at least two decimals, never rounded: "135,000.01", "2.683472". */
export function amountShown(amount: Fen): string {
  const [whole = "", decimals = ""] = wanExact(amount).split(".");
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${decimals.padEnd(2, "0")}`;
}
