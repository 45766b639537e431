import type { Tx } from "@anji/database";
import { type TestInstallation, testInstallation } from "@anji/database/testing";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { unit } from "@anji/jurisdictions/tables";
import { aPerson, type TreeUnit, unitRow } from "@anji/jurisdictions/testing";
import { type Actor, type Id, kernelRules, newId, pathOfCode, type Role, type RuleBook } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import { eq } from "drizzle-orm";
import type { CampaignState } from "../phase.ts";
import type { CampaignPlan } from "../plan.ts";
import { campaignRules } from "../rules.ts";
import { campaign, kindFund } from "../tables.ts";

/** A campaign over a region tree, its clock and its phase in a test's hand: the world of the tests of every room from here up. */
export type CampaignWorld = TestInstallation & {
  readonly campaignId: Id<"campaign">;
  readonly plan: CampaignPlan;
  /** Somebody of a unit of whom no row is kept. */
  actorOf(who: { unitCode: string; roles: readonly Role[] }): Actor;
  addPerson(who: { name: string; unitCode: string; roles: Role[] }): Promise<Actor>;
  setPhase(phase: CampaignState): Promise<void>;
  /** Runs as the province's own connection would, with its scope set. */
  asProvince<Answer>(body: (tx: Tx) => Promise<Answer>): Promise<Answer>;
};

/** A room adds its rules and, around the world, its people and what it makes. */
export async function campaignWorld(options: {
  appUrl: string;
  connections: number;
  plan: CampaignPlan;
  units: readonly TreeUnit[];
  phase: CampaignState;
  startsAt: string;
  rules: RuleBook;
}): Promise<CampaignWorld> {
  const { appUrl, connections, plan, units, phase, startsAt } = options;
  const rules = { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...options.rules };
  const installation = await testInstallation({ appUrl, connections, rules, locale: "zh-CN", startsAt });
  const createdAt = installation.ctx.clock.now();
  const campaignId = newId<"campaign">(createdAt);
  const office = { path: pathOfCode(plan.provinceCode), personId: newId<"person">(createdAt) };
  const asProvince: CampaignWorld["asProvince"] = (body) => installation.under(office, body);
  await asProvince(async (tx) => {
    await tx.insert(unit).values(units.map(unitRow));
    await insertCampaign(tx, { campaignId, plan, phase, createdAt });
  });
  const names = new Map(units.map((one) => [one.code, one.name]));
  return {
    ...installation,
    campaignId,
    plan,
    asProvince,
    actorOf: (who) => {
      const unitName = names.get(who.unitCode) ?? who.unitCode;
      return { ...anActor(who), name: `${unitName}${who.roles.join("")}`, unitName };
    },
    addPerson: (who) => aPerson(installation, who),
    setPhase: (next) =>
      asProvince(
        async (tx) => void (await tx.update(campaign).set({ phase: next }).where(eq(campaign.id, campaignId))),
      ),
  };
}

async function insertCampaign(
  tx: Tx,
  options: { campaignId: Id<"campaign">; plan: CampaignPlan; phase: CampaignState; createdAt: Date },
): Promise<void> {
  const { campaignId, plan, phase, createdAt } = options;
  const { key, name, provinceCode } = plan;
  const regionPath = pathOfCode(provinceCode);
  await tx
    .insert(campaign)
    .values({ id: campaignId, key, name, provinceCode, regionPath, plan, phase, machineVersion: 1, createdAt });
  const pairs = plan.kinds.flatMap(({ code: kind, category, fundLines }) =>
    fundLines.map((fundLine) => ({ campaignId, kind, category, fundLine, regionPath })),
  );
  await tx.insert(kindFund).values(pairs);
}
