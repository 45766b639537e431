import type { Ctx } from "@anji/database";
import { knownDay } from "@anji/kernel";
import { addCast, openCampaign, prepareInstallation, regions } from "./deployment.ts";
import { monthlyReports } from "./monthly-reports.ts";
import { selfCheck } from "./self-check.ts";
import { deploy } from "./organise.ts";
import { createStage } from "./stage.ts";

const PROVINCE = "130000";
/** The today of the story when a newcomer opens it: the sixth month of 自查自纠. */
export const STORY_TODAY = knownDay("2009-02-17");

/** Plays the campaign up to the story's today. Every step is done by the verb and the person of real life. */
export async function loadDemonstration(installation: Ctx): Promise<void> {
  const stage = createStage(installation, PROVINCE);
  const shiftMs = new Date(`${STORY_TODAY}T08:00:00+08:00`).getTime() - Date.now();
  await prepareInstallation(stage, { provinceCode: PROVINCE, today: knownDay("2008-07-01"), shiftMs });
  const units = await regions(stage);
  await addCast(stage, units);
  const campaignId = await openCampaign(stage);
  await deploy(stage, { campaignId, units });
  await selfCheck(stage, { campaign: { id: campaignId, version: 1 }, units, today: STORY_TODAY });
  await monthlyReports(stage, { campaignId, units, today: STORY_TODAY });
}
