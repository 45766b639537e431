import { type PeopledInstallation, peopledInstallation } from "@anji/jurisdictions/testing";
import type { Actor, Id } from "@anji/kernel";
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
export type CampaignRoom = PeopledInstallation & {
  readonly administrator: Actor;
  readonly leader: Actor;
  readonly clerk: Actor;
  readonly contributed: Pick<Everything, "gates" | "completeness" | "openMatters">;
  /** What the planted room knows, by unit code. */
  facts: Record<string, Partial<PlantedFacts>>;
  open(plan: CampaignPlan): Promise<Id<"campaign">>;
};

export async function campaignRoom(startsAt: string): Promise<CampaignRoom> {
  const { appUrl } = await testDatabase();
  const rules = { ...campaignRules, ...plantedRules };
  const installation = await peopledInstallation({ appUrl, rules, locale: "zh-CN", startsAt });
  const { person } = installation;
  const administrator = await person("130000", "administrator");
  const room: CampaignRoom = {
    ...installation,
    administrator,
    leader: await person("130000", "leader"),
    clerk: await person("130000", "clerk"),
    facts: {},
    contributed: {
      gates: [plantedSource(() => room.facts)],
      openMatters: [{ key: "planted.open", count: () => Promise.resolve({ count: 3, amountFen: "12345" }) }],
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
    open: async (plan) => {
      const { gates } = room.contributed;
      return (await aCampaign(installation.ctxOf(administrator), { plan, gates })).id;
    },
  };
  return room;
}
