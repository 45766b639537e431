import { expect, it } from "vitest";
import { beyond, dayOfTyped } from "../../src/formats/typed-day.ts";

it.each(["2009-02-17", "2009-2-17", "2009.2.17", "2009/02/17", "20090217", "2009年2月17日", "２００９－０２－１７"])(
  "%s is read as the day it is",
  (text) => expect(dayOfTyped(text)).toBe("2009-02-17"),
);

it.each(["2009", "2009-02", "2009-02-30", "02/17/2009", "17 Feb 2009", ""])("%s is not taken for a day", (text) =>
  expect(dayOfTyped(text)).toBeNull(),
);

it("a day outside its range is told by the bound it passes", () => {
  const range = { min: "2008-09-01", max: "2009-02-17" };
  expect(["2008-08-31", "2008-09-01", "2009-02-17", "2009-02-18"].map((day) => beyond(day, range))).toEqual([
    "min",
    null,
    null,
    "max",
  ]);
});
