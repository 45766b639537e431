const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/** Fen → the amount in capitals of 支付结算办法: "40704" → 人民币肆佰零柒元零肆分. Chinese in every language, as on a voucher. */
export function capitalAmount(amountFen: string): string {
  const amount = BigInt(amountFen);
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? "负" : "";
  const whole = size / 100n;
  const jiao = Number((size % 100n) / 10n);
  const fen = Number(size % 10n);
  const yuan = whole === 0n ? (jiao + fen === 0 ? "零元" : "") : `${integer(whole)}元`;
  return `人民币${sign}${yuan}${change({ jiao, fen, hasYuan: whole > 0n })}`;
}

function change({ jiao, fen, hasYuan }: { jiao: number; fen: number; hasYuan: boolean }): string {
  if (jiao === 0 && fen === 0) return "整";
  if (fen === 0) return `${DIGITS[jiao]}角整`;
  if (jiao === 0) return `${hasYuan ? "零" : ""}${DIGITS[fen]}分`;
  return `${DIGITS[jiao]}角${DIGITS[fen]}分`;
}

function integer(whole: bigint): string {
  const digits = String(whole);
  const groups = Math.ceil(digits.length / 4);
  const padded = digits.padStart(groups * 4, "0");
  let text = "";
  let isZeroOwed = false;
  for (let group = 0; group < groups; group += 1) {
    const four = padded.slice(group * 4, group * 4 + 4);
    if (four === "0000") {
      isZeroOwed = text !== "";
      continue;
    }
    if (text !== "" && (isZeroOwed || four.startsWith("0"))) text += "零";
    text += `${fourDigits(four)}${GROUPS[groups - group - 1] ?? ""}`;
    isZeroOwed = false;
  }
  return text;
}

function fourDigits(four: string): string {
  let text = "";
  let isZeroOwed = false;
  for (const [at, digit] of [...four].entries()) {
    if (digit === "0") {
      isZeroOwed = text !== "";
      continue;
    }
    if (isZeroOwed) text += "零";
    isZeroOwed = false;
    text += `${DIGITS[Number(digit)]}${PLACES[3 - at]}`;
  }
  return text;
}
