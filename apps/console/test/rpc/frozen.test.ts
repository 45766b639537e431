import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { FROZEN, isLiving } from "../../src/rpc/frozen.ts";

it("a change elsewhere asks what is shown afresh, but not what is frozen", async () => {
  const queries = new QueryClient();
  const asked: string[] = [];
  const answer = (name: string) => () => Promise.resolve(asked.push(name));
  const stops = [
    new QueryObserver(queries, { queryKey: ["ledger"], queryFn: answer("ledger") }).subscribe(() => null),
    new QueryObserver(queries, { queryKey: ["check"], queryFn: answer("check"), meta: FROZEN }).subscribe(() => null),
  ];
  await vi.waitFor(() => expect([asked.length, queries.isFetching()]).toEqual([2, 0]));
  await queries.invalidateQueries({ refetchType: "active", predicate: isLiving });
  expect(asked).toEqual(["ledger", "check", "ledger"]);
  for (const stop of stops) stop();
});
