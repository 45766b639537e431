import { expect, it } from "vitest";
import { filterOf, sortOf } from "../../../../../src/contexts/findings/search.ts";
import {
  filterCount,
  readyViewOf,
  searchOfUnitGroup,
  searchOfView,
  withoutFilter,
} from "../../../../../src/contexts/findings/parts/ledger/ledger-filter.ts";

it("an empty address asks for the whole ledger, nearest deadline first", () => {
  expect(filterOf({}, null)).toMatchObject({ unitCode: null, statuses: [], due: "all", text: null });
  expect(sortOf({})).toEqual({ by: "dueOn", direction: "asc" });
});

it("a status the machine does not know is left out", () => {
  expect(filterOf({ statuses: ["rectifying", "lost"] }, "130600")).toMatchObject({
    unitCode: "130600",
    statuses: ["rectifying"],
  });
});

it("clearing conditions keeps grouping and order", () => {
  expect(withoutFilter({ text: "医保", funds: ["M1"], group: "city", sort: "foundFen" })).toEqual({
    group: "city",
    sort: "foundFen",
    direction: undefined,
  });
  expect(filterCount({ text: "医保", funds: ["M1"], group: "city" })).toBe(2);
});

it("a ready view is recognised from its address", () => {
  expect(readyViewOf({})).toBe("all");
  expect(readyViewOf(searchOfView("awaiting"))).toBe("awaiting");
  expect(readyViewOf({ due: "overdue", group: "city" })).toBe("overdue");
  expect(readyViewOf({ due: "overdue", text: "医保" })).toBeNull();
});

it("a group of units opens on the rows its figures were summed from", () => {
  const extentOf = (group: "city" | "unit", code: string) => filterOf(searchOfUnitGroup({}, group, code), code).extent;
  expect(extentOf("unit", "130600")).toBe("ownUnit");
  expect(extentOf("city", "130600")).toBe("subtree");
  expect(extentOf("city", "130000")).toBe("ownLevel");
  expect(searchOfUnitGroup({ extent: "ownUnit" }, "city", "130600").extent).toBeUndefined();
  expect(filterCount({ extent: "ownUnit" })).toBe(1);
});
