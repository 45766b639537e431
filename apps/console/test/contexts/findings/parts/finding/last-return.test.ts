import { expect, it } from "vitest";
import { lastReturn } from "../../../../../src/contexts/findings/parts/finding/last-return.ts";

const events = [
  { event: "reportRectified", remark: "已归还" },
  { event: "returnRectification", remark: "缺凭证" },
  { event: "reportRectified", remark: "已补" },
  { event: "returnRectification", remark: "凭证不符" },
  { event: "attachEvidence", remark: "进账单" },
];

it("the last return stands until it is answered, whatever was attached meanwhile", () => {
  expect(lastReturn({ isReturned: true, events })?.remark).toBe("凭证不符");
});

it("an answered return is history", () => {
  expect(lastReturn({ isReturned: false, events })).toBeNull();
});
