import type { WorkItem } from "@anji/kernel";
import { useQueries } from "@tanstack/react-query";
import { trpc } from "../rpc/trpc.ts";
import { useFrame } from "./use-frame.ts";

export type MyWork = {
  readonly items: readonly WorkItem[];
  readonly isLoading: boolean;
  readonly failure: unknown;
  readonly retry: () => void;
};

/** What waits for the person, from every context that knows of something, soonest first. */
export function useMyWork(): MyWork {
  const { campaign } = useFrame();
  const input = { campaignId: campaign.id };
  const [findings, inspection, reporting] = useQueries({
    queries: [
      trpc.findings.myWork.queryOptions(input),
      trpc.inspection.myWork.queryOptions(input),
      trpc.reporting.myWork.queryOptions(input),
    ],
  });
  const all = [findings, inspection, reporting];
  const failed = all.find((query) => query.isError && query.data === undefined);
  return {
    items: all.flatMap((query) => query.data ?? []).sort(byDue),
    isLoading: all.some((query) => query.isPending),
    failure: failed?.error ?? null,
    retry: () => void Promise.all(all.map((query) => query.refetch())),
  };
}

function byDue(one: WorkItem, other: WorkItem): number {
  return (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");
}
