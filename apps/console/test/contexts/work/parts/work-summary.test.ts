import { expect, it } from "vitest";
import { summaryOf } from "../../../../src/contexts/work/parts/work-summary.ts";

it("the head of the list counts what is overdue and what is due soon", () => {
  const items = [{ dueOn: "2009-02-15" }, { dueOn: "2009-02-18" }, { dueOn: "2009-03-20" }, { dueOn: null }];
  expect(summaryOf(items, { today: "2009-02-17", soonDays: 7 })).toEqual({ n: 4, overdue: 1, soon: 1 });
});
