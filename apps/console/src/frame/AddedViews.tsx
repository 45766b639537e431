import { Suspense } from "react";
import { RowSkeleton } from "../parts/RowSkeleton.tsx";
import type { AddedView, Address } from "./contribution.ts";
import { useContributions } from "./use-contributions.ts";
import { useFrame } from "./use-frame.ts";

/** The views other contexts add to a page, as far as they apply here. */
export function useAddedViews(page: Address): readonly AddedView[] {
  const { views } = useContributions();
  const frame = useFrame();
  return views.filter((view) => view.page === page && view.isOfUse(frame));
}

export function AddedViewShown({ page, view }: { page: Address; view: string }) {
  const shown = useAddedViews(page).find((one) => one.key === view);
  if (shown === undefined) return null;
  return (
    <Suspense fallback={<RowSkeleton rows={6} lines={1} />}>
      <shown.View />
    </Suspense>
  );
}

/** The acts other contexts add to the head of a page. */
export function AddedActs({ page }: { page: Address }) {
  const { acts } = useContributions();
  return (
    <Suspense fallback={null}>
      {acts
        .filter((act) => act.page === page)
        .map(({ key, Act }) => (
          <Act key={key} />
        ))}
    </Suspense>
  );
}
