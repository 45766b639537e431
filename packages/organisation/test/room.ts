import { campaignRules } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import { aCampaign, aPlan, phasesNaming, plantedSource } from "@anji/campaign/testing";
import { type PeopledInstallation, peopledInstallation } from "@anji/jurisdictions/testing";
import type { Actor, Id } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { eq } from "drizzle-orm";
import { organisationRules } from "../src/index.ts";
import { organisationGateSource } from "../src/queries/index.ts";

/** An installation with Hebei's tree, its province's people, and campaigns that a test opens and ends. */
export type OrganisationRoom = PeopledInstallation & {
  readonly leader: Actor;
  readonly clerk: Actor;
  open(key: string): Promise<Id<"campaign">>;
  /** Puts a campaign into the state after its last phase. */
  close(id: Id<"campaign">): Promise<void>;
};

export async function organisationRoom(startsAt: string): Promise<OrganisationRoom> {
  const { appUrl } = await testDatabase();
  const rules = { ...campaignRules, ...organisationRules };
  const installation = await peopledInstallation({ appUrl, rules, locale: "zh-CN", startsAt });
  const { person } = installation;
  const administrator = await person("130000", "administrator");
  return {
    ...installation,
    leader: await person("130000", "leader"),
    clerk: await person("130000", "clerk"),
    open: async (key) => {
      const plan = aPlan({ key, phases: phasesNaming({ deployment: organisationGateSource.keys }) });
      const gates = [organisationGateSource, plantedSource(() => ({}))];
      return (await aCampaign(installation.ctxOf(administrator), { plan, gates })).id;
    },
    close: async (id) => {
      await installation.under(administrator, (tx) =>
        tx.update(campaign).set({ phase: "ended" }).where(eq(campaign.id, id)),
      );
    },
  };
}
