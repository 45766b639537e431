const RETURNS = ["returnRectification", "returnRegistration"] as const;
type Return = (typeof RETURNS)[number];

type Returnable<Step> = {
  readonly isReturned: boolean;
  readonly events: readonly (Step & { readonly event: string })[];
};

/** The latest return of a finding that is still to be answered, or null. */
export function lastReturn<Step>(finding: Returnable<Step>): (Step & { event: Return }) | null {
  if (!finding.isReturned) return null;
  for (const step of finding.events.toReversed()) {
    const event = RETURNS.find((one) => one === step.event);
    if (event !== undefined) return { ...step, event };
  }
  return null;
}
