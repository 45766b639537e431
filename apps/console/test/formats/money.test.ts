import { describe, expect, it } from "vitest";
import { fenOfWanYuan, permille, signedFenOfWanYuan, wanYuanInput } from "../../src/formats/money.ts";

describe("amounts in a form", () => {
  it.each([
    ["126.48", "126480000"],
    ["2.683472", "2683472"],
    ["１，２６．４８", null],
    ["0", "0"],
    [" 3,000 ", "3000000000"],
    ["", null],
    ["abc", null],
    ["1.2345678", null],
    ["-3", null],
  ])("reads %s typed in 万元 as %s fen", (text, fen) => expect(fenOfWanYuan(text)).toBe(fen));

  it("reads an entry that corrects an earlier one below 0", () => {
    expect(signedFenOfWanYuan("-3")).toBe("-3000000");
    expect(signedFenOfWanYuan("三")).toBeNull();
  });

  it.each(["0", "2683472", "126480000", "1", "100000000"])(
    "give %s fen back unchanged through an input field",
    (fen) => {
      expect(fenOfWanYuan(wanYuanInput(fen))).toBe(fen);
    },
  );

  it("give the share of a whole without dividing by zero", () => {
    expect(permille("25", "100")).toBe(250);
    expect(permille("25", "0")).toBe(0);
  });
});
