import { expect, it } from "vitest";
import { isSaidAtField, placeMistakes } from "../../src/parts/field-mistakes.ts";

it("a mistake stands at the field it is about", () => {
  expect(placeMistakes([{ path: "foundFen", message: "不能小于 0。" }], [["summary"], ["foundFen"]])).toEqual({
    placed: [{ name: ["foundFen"], errors: ["不能小于 0。"] }],
    others: [],
  });
});

it("a mistake inside a field's value stands at that field", () => {
  expect(placeMistakes([{ path: "occurrence.text", message: "格式不正确。" }], [["occurrence"]]).placed).toEqual([
    { name: ["occurrence"], errors: ["格式不正确。"] },
  ]);
});

it("a mistake of a list stands at its row", () => {
  expect(
    placeMistakes(
      [{ path: "members.1.name", message: "必填。" }],
      [
        ["members", 0, "name"],
        ["members", 1, "name"],
      ],
    ).placed,
  ).toEqual([{ name: ["members", 1, "name"], errors: ["必填。"] }]);
});

it("a mistake no field shows is said above the form", () => {
  expect(placeMistakes([{ path: "version", message: "已变动。" }], [["remark"]])).toEqual({
    placed: [],
    others: ["已变动。"],
  });
});

it("what stands at a field is not said above the form as well", () => {
  const sorted = placeMistakes([{ path: "amountFen", message: "金额过大。" }], [["amountFen"]]);
  expect(isSaidAtField("金额过大。", sorted)).toBe(true);
  expect(isSaidAtField("他人已改动。", sorted)).toBe(false);
  expect(isSaidAtField("金额过大。", { ...sorted, others: ["已变动。"] })).toBe(false);
});
