/** Money comes as a decimal string of fen; it is never turned into a floating number. */

const FEN_PER_WAN = 1_000_000n;
const FULL_WIDTH = /[０-９．，]/g;
const WAN = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** "126480000" → "126.48": 万元 with two decimals, rounded half away from zero. */
export function wanYuan(amountFen: string): string {
  const amount = BigInt(amountFen);
  const size = amount < 0n ? -amount : amount;
  const hundredths = (size + 5000n) / 10_000n;
  const text = `${grouped(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, "0")}`;
  return amount < 0n ? `-${text}` : text;
}

/** "2683472" → "26,834.72": yuan with fen, exact. */
export function yuan(amountFen: string): string {
  const amount = BigInt(amountFen);
  const size = amount < 0n ? -amount : amount;
  const text = `${grouped(size / 100n)}.${String(size % 100n).padStart(2, "0")}`;
  return amount < 0n ? `-${text}` : text;
}

/** What a person types in 万元 → fen, or null when it is not an amount of whole fen. */
export function fenOfWanYuan(text: string): string | null {
  const plain = text.trim().replaceAll(FULL_WIDTH, half).replaceAll(/[,\s]/g, "");
  const match = WAN.exec(plain);
  if (match === null) return null;
  const [, whole = "0", decimals = ""] = match;
  return (BigInt(whole) * FEN_PER_WAN + BigInt(decimals.padEnd(6, "0"))).toString();
}

/** Fen → the shortest exact 万元 text, for an input field: "2683472" → "2.683472". */
export function wanYuanInput(amountFen: string): string {
  const amount = BigInt(amountFen);
  const decimals = String(amount % FEN_PER_WAN).padStart(6, "0").replace(/0+$/, "");
  return decimals === "" ? String(amount / FEN_PER_WAN) : `${amount / FEN_PER_WAN}.${decimals}`;
}

/** Share of a whole in permille, for bars; 0 when there is no whole. */
export function permille(partFen: string, wholeFen: string): number {
  const whole = BigInt(wholeFen);
  return whole === 0n ? 0 : Number((BigInt(partFen) * 1000n) / whole);
}

function grouped(amount: bigint): string {
  return String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

function half(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0);
}
