type Reported = {
  readonly status: "missing" | "draft" | "submitted" | "returned" | "received";
  readonly dueOn: string;
};

/** The reports that are still open, the worst first. */
export const OPEN_STATES = ["missing", "returned", "draft", "submitted"] as const;

/** A missing or drafted report is named after its due day; a returned or submitted one at once. */
export function openReports<Item extends Reported>(
  items: readonly Item[],
  today: string,
): Record<(typeof OPEN_STATES)[number], Item[]> {
  const late = items.filter((item) => item.dueOn < today);
  const of = (all: readonly Item[], status: Item["status"]) => all.filter((item) => item.status === status);
  return {
    missing: of(late, "missing"),
    draft: of(late, "draft"),
    returned: of(items, "returned"),
    submitted: of(items, "submitted"),
  };
}
