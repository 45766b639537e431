import type { CampaignRow } from "@anji/campaign/queries";
import type { CampaignState } from "@anji/campaign";
import { phaseEvent } from "@anji/campaign/tables";
import type { Act } from "@anji/database";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { type Id, type Month, newId } from "@anji/kernel";
import { asc, eq } from "drizzle-orm";
import { figuresOf } from "../queries/figure-sums.ts";
import { cutOffInScope, frozenHash } from "../queries/frozen-figures.ts";
import { cutOffOf } from "../cut-off.ts";
import { cutOff, frozenFigures } from "../tables.ts";
import { freezeLines } from "./freeze-lines.ts";
import { freezeUnits } from "./freeze-units.ts";

export type Frozen = { cutOffId: Id<"cutOff">; lineCount: number };

const PHASE_EVENTS_MAX = 50;

/**
 * Step: freezes the figures of a unit's area from the ledger as known at the month's cut-off, with the rows
 * behind them, rolled forward from the opening. The same cut-off gives the same figures, whenever they are frozen.
 */
export async function freezeFigures(
  act: Act,
  options: { campaign: CampaignRow; home: UnitRow; month: Month; openingId: Id<"cutOff"> | null },
): Promise<Frozen> {
  const { campaign, home, month, openingId } = options;
  const cutOffId = newId<"cutOff">(act.now);
  const at = cutOffOf(month, act.now);
  const previousAt = openingId === null ? null : (await cutOffInScope(act, openingId)).at;
  const { regionPath } = home;
  await act.tx.insert(cutOff).values({
    id: cutOffId,
    campaignId: campaign.id,
    unitCode: home.code,
    regionPath,
    at,
    openingId,
    previousAt,
    phase: await phaseAsOf(act, { campaign, at }),
    frozenBy: act.actor.personId,
    frozenByName: act.actor.name,
    frozenAt: act.now,
  });
  const lineCount = await freezeLines(act, { cutOffId, campaign, home, at, previousAt });
  await freezeUnits(act, { cutOffId, campaignId: campaign.id, home, at });
  const figures = await figuresOf(act, { cutOffId, openingId, plan: campaign.plan });
  const figuresHash = await frozenHash(act, { cutOffId, figures });
  await act.tx.insert(frozenFigures).values({ cutOffId, regionPath, figures, lineCount, figuresHash });
  return { cutOffId, lineCount };
}

/** The phase of the campaign at an instant, from its signed steps. */
async function phaseAsOf(act: Act, options: { campaign: CampaignRow; at: Date }): Promise<CampaignState> {
  const steps = await act.tx
    .select({ from: phaseEvent.from, to: phaseEvent.to, signedAt: phaseEvent.signedAt })
    .from(phaseEvent)
    .where(eq(phaseEvent.campaignId, options.campaign.id))
    .orderBy(asc(phaseEvent.seq))
    .limit(PHASE_EVENTS_MAX);
  const taken = steps.findLast((step) => step.signedAt <= options.at);
  return taken?.to ?? steps[0]?.from ?? options.campaign.phase;
}
