import { Trail } from "../../../../../parts/Trail.tsx";
import type { Finding } from "../finding-types.ts";
import { trailSteps } from "./trail-steps.ts";

const ACCEPTANCE_EVENTS: readonly string[] = ["reportRectified", "returnRectification", "close"];

/** 复核销号: what was reported, returned and accepted, by whom. */
export function AcceptanceTab({ finding }: { finding: Finding }) {
  return (
    <Trail
      steps={trailSteps(
        finding,
        finding.events.filter((step) => ACCEPTANCE_EVENTS.includes(step.event)),
      )}
    />
  );
}
