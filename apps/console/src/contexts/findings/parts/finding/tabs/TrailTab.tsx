import { Trail } from "../../../../../parts/Trail.tsx";
import type { Finding } from "../finding-types.ts";
import { trailSteps } from "./trail-steps.ts";

export function TrailTab({ finding }: { finding: Finding }) {
  return <Trail steps={trailSteps(finding, finding.events)} />;
}
