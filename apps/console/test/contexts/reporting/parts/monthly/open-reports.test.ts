import { expect, it } from "vitest";
import { openReports } from "../../../../../src/contexts/reporting/parts/monthly/open-reports.ts";

const STATUSES = ["missing", "draft", "submitted", "returned", "received"] as const;

function counts(dueOn: string): number[] {
  const open = openReports(
    STATUSES.map((status) => ({ status, dueOn })),
    "2009-02-17",
  );
  return [open.missing.length, open.draft.length, open.returned.length, open.submitted.length];
}

it("a missing report is named once its day is over, a returned or submitted one at once, a received one never", () => {
  expect(counts("2009-02-16")).toEqual([1, 1, 1, 1]);
  expect(counts("2009-02-17")).toEqual([0, 0, 1, 1]);
});
