import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { countingProxy, type CountingProxy } from "@anji/database/testing";
import type { FindingRow } from "@anji/findings";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import { classify, register } from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { classification } from "./world.ts";

/** Repeated statements are prepared, so the first acts on a connection need more round trips. */
const WARMING_ACTS = 3;

let proxy: CountingProxy;
let world: CampaignWorld;

beforeAll(async () => {
  const { appUrl } = await testDatabase();
  proxy = await countingProxy(appUrl);
  world = await openLedgerWorld({
    appUrl: proxy.url,
    connections: 1,
    plan: hebeiPlan(),
    units: hebeiUnits(),
    rules: {},
  });
});
afterAll(async () => {
  await world.end();
  await proxy.close();
});

async function roundTripsOf(act: () => Promise<unknown>): Promise<number> {
  proxy.count();
  await act();
  return proxy.count();
}

function registered(): Promise<FindingRow> {
  const clerk = world.actorOf({ unitCode: "130621", roles: ["clerk"] });
  return register(world.ctxOf(clerk), aRegistration(world, { origin: "selfCheck" }));
}

async function classified(): Promise<FindingRow> {
  const reviewer = world.actorOf({ unitCode: "130621", roles: ["reviewer"] });
  const row = await registered();
  proxy.count();
  return classify(world.ctxOf(reviewer), classification(row));
}

it("a registration takes at most ten round trips, with scope, locks, number, money and audit", async () => {
  for (let act = 0; act < WARMING_ACTS; act += 1) await registered();
  expect(await roundTripsOf(registered)).toBeLessThanOrEqual(10);
});

it("an act on a finding takes at most eight", async () => {
  for (let act = 0; act < WARMING_ACTS; act += 1) await classified();
  expect(await roundTripsOf(classified)).toBeLessThanOrEqual(8);
});
