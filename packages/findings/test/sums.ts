import { type AskedFilter, everyFinding, sumFindingsInput } from "@anji/findings";
import { sumFindings } from "@anji/findings/queries";
import type { Actor } from "@anji/kernel";
import type { TestWorld } from "./world.ts";

export async function sums(
  world: TestWorld,
  by: Actor,
  options: { groupBy: string | null; filter?: Partial<AskedFilter> },
) {
  const filter = { ...everyFinding(null), ...options.filter };
  const input = sumFindingsInput.parse({ campaignId: world.campaignId, filter, groupBy: options.groupBy });
  return sumFindings(world.ctxOf(by), input);
}
