import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { FROZEN, isLiving } from "./frozen.ts";

it("a change elsewhere asks what is shown afresh, but not what is frozen", async () => {
  const queries = new QueryClient();
  const [ledger, checkedWorkbook] = [vi.fn(() => Promise.resolve(1)), vi.fn(() => Promise.resolve(2))];
  const stops = [
    new QueryObserver(queries, { queryKey: ["ledger"], queryFn: ledger }).subscribe(() => null),
    new QueryObserver(queries, { queryKey: ["check"], queryFn: checkedWorkbook, meta: FROZEN }).subscribe(() => null),
  ];
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  await queries.invalidateQueries({ refetchType: "active", predicate: isLiving });
  expect([ledger.mock.calls.length, checkedWorkbook.mock.calls.length]).toEqual([2, 1]);
  for (const stop of stops) stop();
});
