import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { openCheckWorld } from "@anji/inspection/testing";
import type { Actor } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { afterAll } from "vitest";

export type CheckWorld = CampaignWorld & {
  cityInspector: Actor;
  otherCityInspector: Actor;
  cityReviewer: Actor;
  farInspector: Actor;
  provinceInspector: Actor;
  provinceLeader: Actor;
  countyInspector: Actor;
};

const UNITS = [
  { code: "130000", name: "河北省", kind: "省" },
  { code: "130100", name: "石家庄市", kind: "地级市" },
  { code: "130102", name: "长安区", kind: "市辖区" },
  { code: "130121", name: "井陉县", kind: "县" },
  { code: "130123", name: "正定县", kind: "县" },
  { code: "130124", name: "栾城县", kind: "县" },
  { code: "130200", name: "唐山市", kind: "地级市" },
  { code: "130223", name: "滦县", kind: "县" },
];

/** Two cities with four and one counties, one inspector for each part, the campaign in 检查验收. */
export async function checkWorld(): Promise<CheckWorld> {
  const { appUrl } = await testDatabase();
  const world = await openCheckWorld({ appUrl, plan: hebeiPlan(), units: UNITS });
  afterAll(() => world.end());
  return {
    ...world,
    cityInspector: await world.addPerson({ name: "市检查甲", unitCode: "130100", roles: ["inspector"] }),
    otherCityInspector: await world.addPerson({ name: "市检查乙", unitCode: "130100", roles: ["inspector"] }),
    cityReviewer: await world.addPerson({ name: "市复核", unitCode: "130100", roles: ["reviewer"] }),
    farInspector: await world.addPerson({ name: "唐山检查", unitCode: "130200", roles: ["inspector"] }),
    provinceInspector: await world.addPerson({ name: "省检查", unitCode: "130000", roles: ["inspector"] }),
    provinceLeader: await world.addPerson({ name: "省领导", unitCode: "130000", roles: ["leader"] }),
    countyInspector: await world.addPerson({ name: "正定检查", unitCode: "130123", roles: ["inspector"] }),
  };
}
