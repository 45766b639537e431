import type { Reader } from "@anji/database";
import type { GateSource } from "../gate-source.ts";
import { phaseOfGate } from "../plan.ts";
import type { GateSnapshot } from "../gate.ts";
import type { CampaignRow } from "./campaigns.ts";
import { gateSnapshot } from "./snapshot.ts";

/** Step: for each condition, the units of the reader's area that do not meet it. Only these conditions are read. */
export async function shortUnits(
  reader: Reader,
  options: { campaign: CampaignRow; sources: readonly GateSource[]; rules: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { campaign, sources } = options;
  const short = new Map<string, ReadonlySet<string>>();
  for (const rule of new Set(options.rules)) {
    const phase = phaseOfGate(campaign.plan, rule);
    if (phase === null) continue;
    const snapshot = await gateSnapshot(reader, {
      campaign,
      sources,
      keys: [rule],
      phase,
      path: reader.actor.path,
      namedMax: 0,
    });
    for (const [key, units] of shortIn(snapshot)) short.set(key, units);
  }
  return short;
}

/** For each condition of a snapshot, the units that do not meet it. */
export function shortIn({ standings }: Pick<GateSnapshot, "standings">): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...standings].map(([rule, ofRule]) => [
      rule,
      new Set(ofRule.filter((one) => one.passed < one.total).map((one) => one.unit.unitCode)),
    ]),
  );
}
