import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addDays,
  addMonths,
  compareDays,
  knownDay,
  dayInMonth,
  dayOf,
  daysBetween,
  dayText,
  instantText,
  monthEnd,
  monthOf,
  monthStart,
  monthText,
  parseDay,
  parseMonth,
  weekday,
  weekdayText,
} from "../src/day.ts";

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(knownDay("1970-01-01"), days));

describe("calendar days in China", () => {
  it("starts a new day at midnight in Shanghai", () => {
    expect(dayOf(new Date("2008-09-30T15:59:59.999Z"))).toBe("2008-09-30");
    expect(dayOf(new Date("2008-09-30T16:00:00.000Z"))).toBe("2008-10-01");
  });

  it("accepts only days that exist", () => {
    expect(parseDay("2008-02-29")).toBe("2008-02-29");
    for (const text of [
      "2008-02-30",
      "2009-02-29",
      "2008-13-01",
      "2008-9-1",
      "08-09-01",
      "2008-09-01T00:00",
      "0208-09-01",
      "",
      "x",
    ]) {
      expect(parseDay(text)).toBeNull();
    }
    expect(() => knownDay("2008-02-30")).toThrow("not a day");
  });

  it("counts days over leap days and year ends", () => {
    expect(addDays(knownDay("2008-02-28"), 1)).toBe("2008-02-29");
    expect(addDays(knownDay("2009-01-01"), -1)).toBe("2008-12-31");
    expect(daysBetween(knownDay("2008-07-01"), knownDay("2009-12-31"))).toBe(548);
  });

  it("adds what lies between two days", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(addDays(one, daysBetween(one, other))).toBe(other);
        expect(Math.sign(daysBetween(one, other))).toBe(-compareDays(one, other) + 0);
      }),
    );
  });

  it("knows months and their ends", () => {
    const month = monthOf(knownDay("2008-02-10"));
    expect([month, monthStart(month), monthEnd(month)]).toEqual(["2008-02", "2008-02-01", "2008-02-29"]);
    expect(addMonths(month, -2)).toBe("2007-12");
    expect(addMonths(month, 11)).toBe("2009-01");
    expect(dayInMonth(month, 5)).toBe("2008-02-05");
    expect(dayInMonth(month, 31)).toBe("2008-02-29");
    expect([parseMonth("2008-13"), parseMonth("2008-1"), parseMonth("2008-09")]).toEqual([null, null, "2008-09"]);
  });

  it("names the weekday as the calendar does", () => {
    expect(weekday(knownDay("2008-09-28"))).toBe(7);
    expect(weekdayText(knownDay("2008-09-28"), "zh-CN")).toBe("星期日");
    expect(weekdayText(knownDay("1969-12-29"), "en")).toBe("Mon");
    fc.assert(fc.property(anyDay, (on) => weekday(on) % 7 === new Date(`${on}T00:00:00Z`).getUTCDay()));
  });

  it("writes days, months and instants in both languages", () => {
    expect(dayText(knownDay("2008-09-30"), "zh-CN")).toBe("2008年9月30日");
    expect(dayText(knownDay("2008-09-03"), "en")).toBe("3 Sep 2008");
    expect(monthText(monthOf(knownDay("2008-09-03")), "zh-CN")).toBe("2008年9月");
    expect(monthText(monthOf(knownDay("2008-09-03")), "en")).toBe("Sep 2008");
    expect(instantText(new Date("2008-09-30T16:05:00Z"), "zh-CN")).toBe("2008年10月1日 00:05");
    expect(instantText(new Date("2008-09-30T06:05:00Z"), "en")).toBe("30 Sep 2008 14:05");
  });
});
