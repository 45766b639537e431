import { heldCampaign } from "@anji/campaign/queries";
import { read, systemAct } from "@anji/database";
import { frozenOf } from "@anji/figures/queries";
import { command, type FiguresWorld, openFiguresWorld } from "@anji/figures/testing";
import { freezeFigures } from "@anji/figures/verbs";
import { regionInScope } from "@anji/jurisdictions/queries";
import { type Actor, type Id, knownDay, monthOf } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { afterAll } from "vitest";

const FREEZE = { key: "figures.freeze", levels: ["city", "province"], roles: ["clerk"] } as const;

export async function figuresWorld(): Promise<FiguresWorld> {
  const { appUrl } = await testDatabase();
  const world = await openFiguresWorld({ appUrl, connections: 4, rules: {} });
  afterAll(() => world.end());
  return world;
}

/** Freezes the figures of a person's unit for a month in a separate act, as a later room would. */
export async function frozen(world: FiguresWorld, by: Actor, month: string, openingId: Id<"cutOff"> | null = null) {
  const ctx = world.ctxOf(by);
  const freeze = systemAct({ permission: FREEZE, command }, async (act) => {
    const home = await regionInScope(act, by.unitCode);
    const campaign = await heldCampaign(act, world.campaignId);
    const made = await freezeFigures(act, { campaign, home, month: monthOf(knownDay(`${month}-01`)), openingId });
    return act.done({
      subjectKind: "cutOff",
      subjectId: made.cutOffId,
      regionPath: home.regionPath,
      campaignId: campaign.id,
      before: null,
      after: made,
      answer: made.cutOffId,
    });
  });
  const cutOffId = await freeze(ctx, null);
  const { frozen: row, taken } = await read(ctx, (reader) => frozenOf(reader, cutOffId));
  return { cutOffId, cutOffAt: taken.at.toISOString(), figures: row.figures, figuresHash: row.figuresHash };
}
