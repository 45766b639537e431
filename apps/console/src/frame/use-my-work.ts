import type { WorkItem } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../rpc/trpc.ts";
import { useFrame } from "./use-frame.ts";

export type MyWork = {
  readonly items: readonly WorkItem[];
  readonly isLoading: boolean;
  readonly failure: unknown;
  readonly retry: () => void;
};

/** What waits for the person, from every context, soonest first; the server lists it. */
export function useMyWork(): MyWork {
  const { campaign } = useFrame();
  const work = useQuery(trpc.campaign.work.queryOptions({ campaignId: campaign.id }));
  return {
    items: work.data ?? [],
    isLoading: work.isPending,
    failure: work.isError && work.data === undefined ? work.error : null,
    retry: () => void work.refetch(),
  };
}
