import { expect, it } from "vitest";

import { pageOf } from "../src/page.ts";

const cursorOf = (last: string) => `after ${last}`;

it("shows no more than the limit and goes on after the last row shown", () => {
  expect(pageOf(["a", "b", "c"], { limit: 2, cursorOf })).toEqual({ items: ["a", "b"], nextCursor: "after b" });
});

it("ends where no row is left, a full last page too", () => {
  expect(pageOf(["a", "b"], { limit: 2, cursorOf })).toEqual({ items: ["a", "b"], nextCursor: null });
  expect(pageOf([], { limit: 2, cursorOf })).toEqual({ items: [], nextCursor: null });
});
