import { readFileSync } from "node:fs";

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { dayOffNotices } from "../src/calendar/day-off-notices.ts";
import { addDays, knownDay, weekday } from "../src/day.ts";
import { chinaCalendar, deadline, dueState, isWorkingDay, workCalendar } from "../src/working-days.ts";

function fixture(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
  const [header = [], ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((cells) => Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ""])));
}

describe("working days of China", () => {
  const deadlines = fixture("deadlines.csv");

  it("has forty deadlines to agree with", () => {
    expect(deadlines).toHaveLength(40);
  });

  it.each(deadlines)(
    "$no: $n working days after $start ($what)",
    ({ start = "", n, expected, status, weekday_guess: guess }) => {
      const isProvisional = status === "provisional";
      expect(deadline(knownDay(start), Number(n))).toEqual({ on: isProvisional ? guess : expected, isProvisional });
    },
  );

  it("holds every day of the notices and no other", () => {
    const rows = fixture("holidays.csv");
    const off = new Set(rows.map((row) => `${row["date"]} ${row["kind"]}`));
    expect(off.size).toBe(278);
    for (let on = knownDay("2007-12-20"); on < "2027-01-10"; on = addDays(on, 1)) {
      const isWeekday = weekday(on) <= 5;
      const expected = off.has(`${on} work`) || (isWeekday && !off.has(`${on} off`));
      expect([on, isWorkingDay(on)]).toEqual([on, expected]);
    }
    const notices: readonly { notice: string }[] = dayOffNotices;
    expect(new Set(notices.map((one) => one.notice))).toEqual(new Set(rows.map((row) => row["notice"])));
  });

  it("marks a deadline provisional where the next year's notice may still move days", () => {
    expect(deadline(knownDay("2026-12-25"), 1)).toEqual({ on: "2026-12-28", isProvisional: false });
    expect(deadline(knownDay("2026-12-25"), 2)).toEqual({ on: "2026-12-29", isProvisional: true });
    expect(deadline(knownDay("2015-06-01"), 1).isProvisional).toBe(true);
    expect(chinaCalendar.isKnown(knownDay("2009-12-31"))).toBe(true);
  });

  it("lands on a working day and counts exactly the asked number of them", () => {
    const start = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(knownDay("2008-01-01"), days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { on } = deadline(from, count);
        let passed = 0;
        for (let next = addDays(from, 1); next <= on; next = addDays(next, 1)) passed += isWorkingDay(next) ? 1 : 0;
        expect([isWorkingDay(on), passed]).toEqual([true, count]);
      }),
    );
  });

  it("takes its days from the notices it is given", () => {
    const strike = {
      year: 2031,
      notice: "test",
      days: [{ name: "test", off: ["2031-03-03..2031-03-05"], work: ["2031-03-08"] }],
    };
    expect(workCalendar([strike]).deadline(knownDay("2031-02-28"), 3)).toEqual({
      on: "2031-03-08",
      isProvisional: false,
    });
    expect(workCalendar([]).deadline(knownDay("2031-02-28"), 3)).toEqual({ on: "2031-03-05", isProvisional: true });
  });

  it("refuses a count that is not a whole number of days", () => {
    for (const count of [-1, 1.5, Number.NaN, 100_000])
      expect(() => deadline(knownDay("2008-07-01"), count)).toThrow(RangeError);
  });
});

describe("the due word", () => {
  it.each([
    ["2009-03-27", "normal", 4],
    ["2009-03-28", "soon", 3],
    ["2009-03-31", "soon", 0],
    ["2009-04-01", "overdue", -1],
  ])("on %s a deadline of 31 March is %s", (today, state, days) => {
    expect(dueState({ dueOn: knownDay("2009-03-31"), today: knownDay(today), soonDays: 3 })).toEqual({ state, days });
  });

  it("uses the limit of the campaign", () => {
    expect(dueState({ dueOn: knownDay("2009-03-31"), today: knownDay("2009-03-21"), soonDays: 10 }).state).toBe("soon");
  });
});
