import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, knownDay } from "../src/day.ts";
import {
  compareOccurrences,
  earliestDay,
  latestDay,
  occurrenceText,
  parseOccurrence,
  PRECISIONS,
  readOccurrence,
  type Occurrence,
} from "../src/occurrence.ts";

const anyOccurrence = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.constantFrom(...PRECISIONS))
  .map(([days, precision]): Occurrence => {
    const on = addDays(knownDay("1970-01-01"), days);
    return { text: on.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4), precision };
  });

describe("imprecise dates", () => {
  it.each<[string, Occurrence]>([
    ["1996-12-31", { text: "1996-12-31", precision: "day" }],
    ["1996.12.31", { text: "1996-12-31", precision: "day" }],
    ["2005/12/31", { text: "2005-12-31", precision: "day" }],
    ["20051231", { text: "2005-12-31", precision: "day" }],
    ["２００５－１２－３１", { text: "2005-12-31", precision: "day" }],
    ["2005年1月3日", { text: "2005-01-03", precision: "day" }],
    [" 1998年6月 ", { text: "1998-06", precision: "month" }],
    ["1996-12", { text: "1996-12", precision: "month" }],
    ["199612", { text: "1996-12", precision: "month" }],
    ["1996年", { text: "1996", precision: "year" }],
    ["1996", { text: "1996", precision: "year" }],
  ])("reads %j and keeps its precision", (text, occurrence) => {
    expect(readOccurrence(text)).toEqual({ isRead: true, value: occurrence });
  });

  it("tells a day that does not exist from a text that is no date", () => {
    expect(readOccurrence("2008-02-30")).toEqual({
      isRead: false,
      rule: "kernel.dateMissing",
      params: { text: "2008-02-30" },
    });
    expect(readOccurrence("2008年13月")).toMatchObject({ rule: "kernel.dateMissing" });
    expect(readOccurrence("前年底")).toMatchObject({ rule: "kernel.dateNotRead" });
    expect(readOccurrence("38717")).toMatchObject({ rule: "kernel.dateNotRead" });
    expect(readOccurrence(" ")).toMatchObject({ rule: "kernel.fieldRequired" });
  });

  it("is written no more exactly than it is known", () => {
    const texts = ["1996-12-31", "1996-12", "1996"].map((text) => parseOccurrence(text)).filter((one) => one !== null);
    expect(texts.map((one) => occurrenceText(one, "zh-CN"))).toEqual(["1996年12月31日", "1996年12月", "1996年"]);
    expect(texts.map((one) => occurrenceText(one, "en"))).toEqual(["31 Dec 1996", "Dec 1996", "1996"]);
    expect(texts.map(earliestDay)).toEqual(["1996-12-31", "1996-12-01", "1996-01-01"]);
    expect(texts.map(latestDay)).toEqual(["1996-12-31", "1996-12-31", "1996-12-31"]);
    expect(parseOccurrence("1996-2")).toBeNull();
  });

  it("reads back what it has written, and orders by the earliest day", () => {
    fc.assert(
      fc.property(anyOccurrence, anyOccurrence, (one, other) => {
        expect(readOccurrence(occurrenceText(one, "zh-CN"))).toEqual({ isRead: true, value: one });
        expect(parseOccurrence(one.text)).toEqual(one);
        expect(earliestDay(one) <= latestDay(one)).toBe(true);
        expect(compareOccurrences(one, other) > 0 && earliestDay(one) < earliestDay(other)).toBe(false);
        expect(compareOccurrences(one, other) === 0).toBe(one.text === other.text);
      }),
    );
  });
});
