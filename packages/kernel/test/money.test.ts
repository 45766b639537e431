import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fen, FEN_MAX, type Fen } from "../src/fen.ts";
import {
  capitals,
  needsRoundingNote,
  parseWan,
  parseYuan,
  proseText,
  wanExact,
  wanText,
  yiText,
  yuanText,
} from "../src/money.ts";

const anyFen = fc.bigInt({ min: -FEN_MAX, max: FEN_MAX }).map((amount) => fen(amount));

/** The amount in capitals, read by the meaning of each character, independent of the code that writes them. */
function spoken(text: string): bigint {
  const digits = "零壹贰叁肆伍陆柒捌玖";
  const small: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  for (const sign of text.replace("人民币", "").replace("负", "")) {
    if (digits.includes(sign)) digit = BigInt(digits.indexOf(sign));
    else if (small[sign] !== undefined) [section, digit] = [section + digit * small[sign], 0n];
    else if (sign === "万") [section, digit] = [(section + digit) * 10_000n, 0n];
    else if (sign === "亿") [total, section, digit] = [(total + section + digit) * 100_000_000n, 0n, 0n];
    else if (sign === "元") [total, section, digit] = [(total + section + digit) * 100n, 0n, 0n];
    else if (sign === "角") [total, digit] = [total + digit * 10n, 0n];
    else if (sign === "分") [total, digit] = [total + digit, 0n];
  }
  return text.includes("负") ? -total : total;
}

describe("amounts as people read them", () => {
  it("shows 元 with separators and two decimals", () => {
    expect(yuanText(fen(123456789n))).toBe("1,234,567.89 元");
    expect(yuanText(fen(-5n))).toBe("-0.05 元");
    expect(yuanText(fen(0n))).toBe("0.00 元");
  });

  it("shows 万元 and 亿元 rounded half up", () => {
    expect(wanText(fen(2683472n))).toBe("2.68");
    expect(wanText(fen(2685000n))).toBe("2.69");
    expect(wanText(fen(-2685000n))).toBe("-2.69");
    expect(wanText(fen(-4999n))).toBe("0.00");
    expect(wanText(fen(2584013173472n))).toBe("2,584,013.17");
    expect(yiText(fen(2584013173472n))).toBe("258.40");
    expect(proseText(fen(2584013173472n))).toBe("258.40亿元");
    expect(proseText(fen(2683472n))).toBe("2.68万元");
  });

  it("exports 万元 to the last fen without trailing zeros", () => {
    expect(wanExact(fen(2683472n))).toBe("2.683472");
    expect(wanExact(fen(135000000000n))).toBe("135000");
    expect(wanExact(fen(100n))).toBe("0.0001");
    expect(wanExact(fen(0n))).toBe("0");
    expect(wanExact(fen(-1n))).toBe("-0.000001");
  });

  it("asks for the rounding note only when shown parts miss the shown total", () => {
    const occupiers = [fen(4999n), fen(4999n)];
    expect(needsRoundingNote({ parts: occupiers, total: fen(9998n) })).toBe(true);
    expect(needsRoundingNote({ parts: [fen(1000000n), fen(2000000n)], total: fen(3000000n) })).toBe(false);
  });

  it("never moves a figure in 万元 by more than half of its last place", () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const shown = parseWan(wanText(amount));
        const off = shown.isRead ? shown.value - amount : null;
        expect(off !== null && off >= -5000n && off <= 5000n).toBe(true);
      }),
    );
  });
});

describe("amounts as people write them", () => {
  it.each<[string, bigint]>([
    ["2.683472", 2683472n],
    [" 101,800.00 ", 101800000000n],
    ["１３５，０００．０１", 135000010000n],
    ["　3 万元", 3000000n],
    ["1.5亿", 15000000000n],
    ["26834.72元", 2683472n],
    ["￥26834.72 元", 2683472n],
    ["-12", -12000000n],
    ["－12", -12000000n],
    [".5", 500000n],
    ["0", 0n],
  ])("reads %j in 万元", (text, amount) => {
    expect(parseWan(text)).toEqual({ isRead: true, value: amount });
  });

  it.each(["约三千万", "12,34", "1.2.3", "--1", "1e5", "0x10", ".", "-", "元", "#REF!", "1 2 a"])(
    "refuses %j and quotes it",
    (text) => {
      expect(parseWan(text)).toEqual({ isRead: false, rule: "kernel.amountNotNumber", params: { text } });
    },
  );

  it("refuses a fraction of a fen, a sum beyond the range, and silence", () => {
    expect(parseWan("0.0000001")).toMatchObject({ rule: "kernel.amountTooFine" });
    expect(parseYuan("0.001")).toMatchObject({ rule: "kernel.amountTooFine" });
    expect(parseYuan("0.100")).toEqual({ isRead: true, value: 10n });
    expect(parseWan("9".repeat(40))).toMatchObject({ rule: "kernel.amountTooLarge" });
    expect(parseWan(" 　")).toMatchObject({ rule: "kernel.fieldRequired" });
  });

  it("reads back every amount it has written", () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(parseYuan(yuanText(amount))).toEqual({ isRead: true, value: amount });
        expect(parseWan(yuanText(amount))).toEqual({ isRead: true, value: amount });
        expect(parseWan(wanExact(amount))).toEqual({ isRead: true, value: amount });
      }),
    );
  });

  it("answers any text with an amount or a mistake", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(parseWan(text)).toHaveProperty("isRead")));
  });
});

describe("amounts in capitals", () => {
  it.each<[Fen, string]>([
    [fen(1640902n), "人民币壹万陆仟肆佰零玖元零贰分"],
    [fen(32504n), "人民币叁佰贰拾伍元零肆分"],
    [fen(600714n), "人民币陆仟零柒元壹角肆分"],
    [fen(140950n), "人民币壹仟肆佰零玖元伍角"],
    [fen(168032n), "人民币壹仟陆佰捌拾元叁角贰分"],
    [fen(10700053n), "人民币壹拾万柒仟元伍角叁分"],
    [fen(140700n), "人民币壹仟肆佰零柒元整"],
    [fen(0n), "人民币零元整"],
    [fen(-500n), "人民币负伍元整"],
    [fen(5n), "人民币伍分"],
    [fen(227700000000n), "人民币贰拾贰亿柒仟柒佰万元整"],
  ])("writes %d fen as %s", (amount, text) => {
    expect(capitals(amount)).toBe(text);
  });

  it("says exactly the amount, over the whole range", () => {
    fc.assert(
      fc.property(anyFen, (amount) => void expect(spoken(capitals(amount))).toBe(amount)),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 8n }),
        fc.nat({ max: 15 }),
        fc.bigInt({ min: 0n, max: 100n }),
        (digit, power, rest) => {
          const amount = fen(digit * 10n ** BigInt(power) + rest);
          expect(spoken(capitals(amount))).toBe(amount);
        },
      ),
    );
  });

  it("ends with 整 for whole yuan and never after 分", () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(capitals(amount).endsWith("元整")).toBe(amount % 100n === 0n);
        expect(capitals(amount)).not.toMatch(/分整$/);
      }),
    );
  });
});
