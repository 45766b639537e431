import { expect, it } from "vitest";
import { condensed } from "../../../../src/contexts/reporting/parts/condensed-history.ts";

const step = (event: string, by: string, seq: number) => ({ event, by, seq });

it("writing by one person in a row is told once, by its last save; everything else stands", () => {
  const history = [
    step("draft", "赵", 1),
    step("write", "赵", 2),
    step("write", "赵", 3),
    step("write", "钱", 4),
    step("submit", "赵", 5),
    step("write", "赵", 6),
  ];
  expect(condensed(history).map((one) => one.seq)).toEqual([1, 3, 4, 5, 6]);
});
