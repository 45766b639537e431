import { testInstallation, type TestInstallation } from "@anji/database/testing";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { aPerson, plantRegionTree } from "@anji/jurisdictions/testing";
import { type Actor, type Id, kernelRules } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import type { Contributed as Everything } from "../src/contributed.ts";
import { type CampaignPlan, campaignRules } from "../src/index.ts";
import { aCampaign, type PlantedFacts, plantedRules, plantedSource } from "../src/testing.ts";

export const CITIES = [
  "130100",
  "130200",
  "130300",
  "130400",
  "130500",
  "130600",
  "130700",
  "130800",
  "130900",
  "131000",
  "131100",
];

/** An installation with Hebei's tree, its province's people, and a source of facts the test sets. */
export type CampaignRoom = TestInstallation & {
  readonly administrator: Actor;
  readonly leader: Actor;
  readonly clerk: Actor;
  readonly contributed: Pick<Everything, "gates" | "completeness">;
  /** What the planted room knows, by unit code. */
  facts: Record<string, Partial<PlantedFacts>>;
  person(unitCode: string, role: Actor["roles"][number]): Promise<Actor>;
  open(plan: CampaignPlan): Promise<Id<"campaign">>;
};

export async function campaignRoom(startsAt: string): Promise<CampaignRoom> {
  const { appUrl } = await testDatabase();
  const rules = { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...plantedRules };
  const installation = await testInstallation({ appUrl, rules, locale: "zh-CN", startsAt });
  await plantRegionTree(installation);
  const person = (unitCode: string, role: Actor["roles"][number]) => aPerson(installation, { unitCode, roles: [role] });
  const administrator = await person("130000", "administrator");
  const room: CampaignRoom = {
    ...installation,
    administrator,
    leader: await person("130000", "leader"),
    clerk: await person("130000", "clerk"),
    facts: {},
    contributed: {
      gates: [plantedSource(() => room.facts)],
      completeness: [
        {
          key: "planted.done",
          count: (_, { units }) =>
            Promise.resolve({
              done: units.filter((unit) => room.facts[unit.unitCode]?.isDone).length,
              of: units.length,
            }),
        },
      ],
    },
    person,
    open: async (plan) => {
      const { gates } = room.contributed;
      return (await aCampaign(installation.ctxOf(administrator), { plan, gates })).id;
    },
  };
  return room;
}
