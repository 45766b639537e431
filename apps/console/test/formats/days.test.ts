import { expect, it } from "vitest";
import { dayText, instantText, monthText, nearestDue, occurrenceText } from "../../src/formats/days.ts";

it("days are written as the reader's language writes them", () => {
  expect(dayText("2008-09-30", "zh-CN")).toBe("2008年9月30日");
  expect(dayText("2008-09-30", "en")).toBe("30 Sep 2008");
  expect(monthText("2009-01", "zh-CN")).toBe("2009年1月");
  expect(instantText("2009-02-17T00:00:00.000Z", "zh-CN")).toBe("2009年2月17日 08:00");
});

it("an occurrence keeps its precision", () => {
  expect(occurrenceText("1996", "zh-CN")).toBe("1996年");
  expect(occurrenceText("1996-12", "zh-CN")).toBe("1996年12月");
});

it("the nearest deadline is found among unset ones", () => {
  expect(nearestDue([null, "2009-03-02", "2009-02-20", null])).toBe("2009-02-20");
  expect(nearestDue([null])).toBeNull();
});
