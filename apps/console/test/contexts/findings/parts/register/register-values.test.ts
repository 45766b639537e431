import { expect, it } from "vitest";
import {
  formPathOf,
  foundOf,
  inputOf,
  isOccurredLater,
  missingFields,
  REQUIRED_FIELDS,
} from "../../../../../src/contexts/findings/parts/register/register-values.ts";

const values = {
  unitCode: "130681",
  origin: "selfCheck",
  fundLine: "P1",
  kind: "B9",
  occurrence: "2005.12.31",
  discoveredOn: "2008-10-09",
  summary: "列支经办机构行政经费",
  description: "",
  foundFen: "126.48",
  responsibleUnit: "涿州市社保局",
  responsibleLevel: "county",
  responsiblePerson: " ",
} as const;

it("nine fields must be filled", () => {
  expect(missingFields({})).toEqual(REQUIRED_FIELDS);
  expect(REQUIRED_FIELDS).toHaveLength(9);
  expect(missingFields(values)).toEqual([]);
});

it("what is typed becomes exact amounts and dates with their precision", () => {
  expect(inputOf(values, "campaign")).toMatchObject({
    foundFen: "126480000",
    occurrence: { text: "2005-12-31", precision: "day" },
    responsiblePerson: null,
  });
  expect(inputOf({ ...values, occurrence: "2005年" }, "campaign")?.occurrence).toEqual({
    text: "2005",
    precision: "year",
  });
});

it("nothing unreadable is sent", () => {
  expect(inputOf({ ...values, foundFen: "一百万" }, "campaign")).toBeNull();
  expect(inputOf({ ...values, occurrence: "去年" }, "campaign")).toBeNull();
});

it("a problem cannot be found before it occurred", () => {
  expect(isOccurredLater({ occurrence: "2008-10", discoveredOn: "2008-09-30" })).toBe(true);
  expect(isOccurredLater({ occurrence: "2008", discoveredOn: "2008-09-30" })).toBe(false);
});

it("several lines are sent with the sum of all, the first of them in front", () => {
  const lines = [{ fundLine: "P2", kind: "A1", foundFen: "0.52" }];
  const input = inputOf({ ...values, lines }, "campaign");
  expect(input?.foundFen).toBe("127000000");
  expect(input?.lines).toEqual([
    { fundLine: "P1", kind: "B9", foundFen: "126480000" },
    { fundLine: "P2", kind: "A1", foundFen: "520000" },
  ]);
  expect(inputOf({ ...values, lines: [] }, "campaign")).not.toHaveProperty("lines");
  expect(foundOf([...lines, { foundFen: "许多" }])).toBeNull();
});

it("what the server refuses of a line stands at that line", () => {
  expect(["lines.0.kind", "lines.2.foundFen", "summary"].map(formPathOf)).toEqual([
    "kind",
    "lines.1.foundFen",
    "summary",
  ]);
});
