import nzh from "nzh/cn";

import { fen, FEN_MAX, type Fen } from "./fen.ts";
import { halfWidth, read, unread, type Reading } from "./read.ts";

const FEN_OF_YUAN = 100n;
const FEN_OF_WAN = 1_000_000n;
const FEN_OF_YI = 10_000_000_000n;

/** "1,234,567.89 元". */
export function yuanText(amount: Fen): string {
  return `${rounded({ amount, unit: FEN_OF_YUAN })} 元`;
}

/** 万元 with two decimals, rounded half up: 2683472 fen → "2.68". Never add up rounded figures. */
export function wanText(amount: Fen): string {
  return rounded({ amount, unit: FEN_OF_WAN });
}

/** 亿元 with two decimals, rounded half up. */
export function yiText(amount: Fen): string {
  return rounded({ amount, unit: FEN_OF_YI });
}

/** As running text writes it: 亿元 from one 亿 upwards, otherwise 万元. */
export function proseText(amount: Fen): string {
  return magnitude(amount) >= FEN_OF_YI ? `${yiText(amount)}亿元` : `${wanText(amount)}万元`;
}

/** 万元 to the last fen, without separators, for a spreadsheet cell: 2683472 fen → "2.683472". */
export function wanExact(amount: Fen): string {
  // A fen is a millionth of 万元: the digits stay the same, only the point moves.
  return decimal({ scaled: amount, decimals: 6 }).replace(/\.?0+$/, "");
}

/** True when parts shown in 万元 do not add up to the shown total: 因四舍五入，合计可能不等于分项之和。 */
export function needsRoundingNote(options: { parts: readonly Fen[]; total: Fen }): boolean {
  const shown = options.parts.reduce((sum, part) => sum + cents({ amount: part, unit: FEN_OF_WAN }), 0n);
  return shown !== cents({ amount: options.total, unit: FEN_OF_WAN });
}

/** 人民币壹万陆仟肆佰零玖元零贰分, by the annex of 支付结算办法. */
export function capitals(amount: Fen): string {
  const yuan = plain({ amount, unit: FEN_OF_YUAN, decimals: 2 });
  // Whole yuan are passed without decimals: only then does the library write 整.
  return `人民币${nzh.toMoney(yuan.replace(/\.00$/, ""), { outSymbol: false })}`;
}

/** Reads what a person wrote for an amount in 万元; a suffix 元, 万 or 亿 overrides the unit. */
export function parseWan(text: string): Reading<Fen> {
  return parseAmount({ text, unit: FEN_OF_WAN });
}

/** Reads what a person wrote for an amount in 元; a suffix 元, 万 or 亿 overrides the unit. */
export function parseYuan(text: string): Reading<Fen> {
  return parseAmount({ text, unit: FEN_OF_YUAN });
}

const AMOUNT = /^[¥￥]?([+-]?)[¥￥]?(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(亿元?|万元?|元)?$/;
const UNITS: Readonly<Record<string, bigint>> = {
  元: FEN_OF_YUAN,
  万: FEN_OF_WAN,
  万元: FEN_OF_WAN,
  亿: FEN_OF_YI,
  亿元: FEN_OF_YI,
};

function parseAmount(options: { text: string; unit: bigint }): Reading<Fen> {
  const text = halfWidth(options.text)
    .replaceAll(/[，﹐]/g, ",")
    .replaceAll(/[−–—]/g, "-");
  if (text === "") return unread("kernel.fieldRequired", {});
  const [, sign, whole = "", decimals = "", suffix] = AMOUNT.exec(text) ?? [];
  if (sign === undefined || whole + decimals === "")
    return unread("kernel.amountNotNumber", { text: options.text.trim() });
  const unit = suffix === undefined ? options.unit : (UNITS[suffix] ?? options.unit);
  const scaled = BigInt(whole.replaceAll(",", "") + decimals) * unit;
  const scale = 10n ** BigInt(decimals.length);
  if (scaled % scale !== 0n) return unread("kernel.amountTooFine", { text: options.text.trim() });
  const size = scaled / scale;
  if (size > FEN_MAX) return unread("kernel.amountTooLarge", {});
  return read(fen(sign === "-" ? -size : size));
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/** Hundredths of `unit`, rounded half up by size. */
function cents(options: { amount: Fen; unit: bigint }): bigint {
  const size = (magnitude(options.amount) * 200n + options.unit) / (options.unit * 2n);
  return options.amount < 0n ? -size : size;
}

function rounded(options: { amount: Fen; unit: bigint }): string {
  const text = decimal({ scaled: cents(options), decimals: 2 });
  return text.replace(/\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ","));
}

function plain(options: { amount: Fen; unit: bigint; decimals: number }): string {
  return decimal({
    scaled: (options.amount * 10n ** BigInt(options.decimals)) / options.unit,
    decimals: options.decimals,
  });
}

/** An integer with the decimal point `decimals` places from its end. */
function decimal(options: { scaled: bigint; decimals: number }): string {
  const digits = magnitude(options.scaled)
    .toString()
    .padStart(options.decimals + 1, "0");
  const cut = digits.length - options.decimals;
  return `${options.scaled < 0n ? "-" : ""}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
