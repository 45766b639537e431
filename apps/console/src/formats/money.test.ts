import { describe, expect, it } from "vitest";
import { capitalAmount } from "./capital-amount.ts";
import { fenOfWanYuan, permille, wanYuan, wanYuanInput, yuan } from "./money.ts";

describe("money on screen", () => {
  it.each([
    ["126480000", "126.48"],
    ["2683472", "2.68"],
    ["2584013173472", "2,584,013.17"],
    ["0", "0.00"],
    ["5000", "0.01"],
    ["4999", "0.00"],
    ["-1264800", "-1.26"],
  ])("shows %s fen as %s 万元, rounded from the exact amount", (fen, text) => expect(wanYuan(fen)).toBe(text));

  it("shows the exact amount in yuan", () => expect(yuan("2683472")).toBe("26,834.72"));

  it.each([
    ["126.48", "126480000"],
    ["2.683472", "2683472"],
    ["１，２６．４８", "126480000"],
    ["0", "0"],
    [" 3,000 ", "3000000000"],
  ])("reads %s typed in 万元 as %s fen", (text, fen) => expect(fenOfWanYuan(text)).toBe(fen));

  it.each(["", "abc", "1.2345678", "-3", "1.2.3"])("refuses %s as an amount", (text) => expect(fenOfWanYuan(text)).toBeNull());

  it.each(["0", "2683472", "126480000", "1"])("gives %s fen back unchanged through an input field", (fen) => {
    expect(fenOfWanYuan(wanYuanInput(fen))).toBe(fen);
  });

  it("gives the share of a whole without dividing by zero", () => {
    expect(permille("25", "100")).toBe(250);
    expect(permille("25", "0")).toBe(0);
  });
});

describe("the amount in capitals", () => {
  it.each([
    ["1640902", "人民币壹万陆仟肆佰零玖元零贰分"],
    ["32504", "人民币叁佰贰拾伍元零肆分"],
    ["600714", "人民币陆仟零柒元壹角肆分"],
    ["0", "人民币零元整"],
    ["-500", "人民币负伍元整"],
    ["10750000000", "人民币壹亿零柒佰伍拾万元整"],
    ["1000000000100", "人民币壹佰亿零壹元整"],
    ["16700000", "人民币壹拾陆万柒仟元整"],
    ["10005000", "人民币壹拾万零伍拾元整"],
    ["50", "人民币伍角整"],
    ["3", "人民币叁分"],
    ["2584013173472", "人民币贰佰伍拾捌亿肆仟零壹拾叁万壹仟柒佰叁拾肆元柒角贰分"],
  ])("writes %s fen as %s", (fen, text) => expect(capitalAmount(fen)).toBe(text));
});
