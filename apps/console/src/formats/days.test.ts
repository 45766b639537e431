import { describe, expect, it } from "vitest";
import { dayAfter, dayOfInstant, daysBetween, dayText, instantText, monthText } from "./days.ts";
import { dueOf, nearestDue } from "./due.ts";

describe("days", () => {
  it("are written as the reader's language writes them", () => {
    expect(dayText("2008-09-30", "zh-CN")).toBe("2008年9月30日");
    expect(dayText("2008-09-30", "en")).toBe("30 Sept 2008");
    expect(monthText("2009-01", "zh-CN")).toBe("2009年1月");
  });

  it("of an instant are those of China", () => {
    expect(dayOfInstant("2009-02-16T16:30:00.000Z")).toBe("2009-02-17");
    expect(instantText("2009-02-17T00:00:00.000Z", "zh-CN")).toBe("2009年2月17日 08:00");
  });

  it("are counted across months", () => {
    expect(daysBetween("2009-02-17", "2009-03-31")).toBe(42);
    expect(dayAfter("2009-02-27", 2)).toBe("2009-03-01");
  });
});

describe("a deadline", () => {
  it("is calm, soon or overdue, with its days", () => {
    expect(dueOf("2009-02-26", "2009-02-17")).toEqual({ state: "calm", days: 9 });
    expect(dueOf("2009-02-20", "2009-02-17")).toEqual({ state: "soon", days: 3 });
    expect(dueOf("2009-02-17", "2009-02-17")).toEqual({ state: "soon", days: 0 });
    expect(dueOf("2009-02-15", "2009-02-17")).toEqual({ state: "overdue", days: 2 });
  });

  it("that is nearest is found among unset ones", () => {
    expect(nearestDue([null, "2009-03-02", "2009-02-20", null])).toBe("2009-02-20");
    expect(nearestDue([null])).toBeNull();
  });
});
