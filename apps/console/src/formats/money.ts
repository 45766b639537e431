import { capitals, fen, parseWan, wanExact, wanText, yuanText } from "@anji/kernel";

/** Amounts come as decimal strings of fen. The kernel writes and reads them; this file names what the console needs. */

/** 万元 with two decimals. */
export function wanYuan(amountFen: string): string {
  return wanText(fen(amountFen));
}

/** 元角分, exact. */
export function yuan(amountFen: string): string {
  return yuanText(fen(amountFen));
}

export function capitalAmount(amountFen: string): string {
  return capitals(fen(amountFen));
}

/** What a person typed in 万元 → fen, or null when it is not an amount from 0 upwards. */
export function fenOfWanYuan(text: string): string | null {
  const reading = parseWan(text);
  return reading.isRead && reading.value >= 0n ? reading.value.toString() : null;
}

/** The same for an entry that may correct an earlier one: below 0 too. */
export function signedFenOfWanYuan(text: string): string | null {
  const reading = parseWan(text);
  return reading.isRead ? reading.value.toString() : null;
}

/** Fen → the shortest exact 万元 text, for an input field. */
export function wanYuanInput(amountFen: string): string {
  return wanExact(fen(amountFen));
}

/** Share of a whole in permille, for bars; 0 when there is no whole. */
export function permille(partFen: string, wholeFen: string): number {
  const whole = BigInt(wholeFen);
  return whole === 0n ? 0 : Number((BigInt(partFen) * 1000n) / whole);
}
