import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { FROZEN } from "./frozen.ts";

type PagesOptions<Page> = {
  queryKey: QueryKey;
  /** One page of a keyset list, from a cursor on. */
  page: (cursor: string | null, signal: AbortSignal) => Promise<Page>;
  isEnabled: boolean;
  /** No change elsewhere affects this list. */
  isFrozen?: boolean;
};

/** A list that is read page by page; the cursor is the only thing added to the input. */
export function usePages<Page extends { nextCursor: string | null }>({
  queryKey,
  page,
  isEnabled,
  isFrozen,
}: PagesOptions<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (last: Page) => last.nextCursor,
    enabled: isEnabled,
    ...(isFrozen === true ? { meta: FROZEN } : {}),
  });
}

function firstPage(): string | null {
  return null;
}
