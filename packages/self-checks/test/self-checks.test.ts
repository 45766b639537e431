import { randomUUID } from "node:crypto";
import { campaignOf, gateSnapshot } from "@anji/campaign/queries";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import { read } from "@anji/database";
import { auditOf } from "@anji/database/testing";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import { type Actor, regionPath } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { selfChecksRules, signSelfCheckInput } from "@anji/self-checks";
import { listSelfChecks, mySelfChecksWork, selfCheckCompleteness } from "@anji/self-checks/queries";
import { signSelfCheck } from "@anji/self-checks/verbs";
import { testDatabase } from "@anji/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfChecksGateSource } from "../src/queries/index.ts";

let world: CampaignWorld;
let provinceClerk: Actor;
beforeAll(async () => {
  const { appUrl } = await testDatabase();
  const rules = selfChecksRules;
  world = await openLedgerWorld({ appUrl, connections: 4, plan: hebeiPlan(), units: hebeiUnits(), rules });
  provinceClerk = world.actorOf({ unitCode: "130000", roles: ["clerk"] });
});
afterAll(() => world.end());

function command() {
  return { commandId: randomUUID() };
}

describe("self-checks", () => {
  const sign = (
    by: Actor,
    options: { unitCode: string; outcome: "findings" | "nil"; version?: number; commandId?: string },
  ) =>
    signSelfCheck(
      world.ctxOf(by),
      signSelfCheckInput.parse({
        ...command(),
        campaignId: world.campaignId,
        version: null,
        statement: "已逐项自查",
        ...options,
      }),
    );

  it("a unit signs for itself, in the phase, and says nil only when it has registered nothing of its own", async () => {
    const leader = world.actorOf({ unitCode: "130621", roles: ["leader"] });
    const clerk = world.actorOf({ unitCode: "130621", roles: ["clerk"] });
    const cityReviewer = world.actorOf({ unitCode: "130600", roles: ["reviewer"] });
    await register(world.ctxOf(clerk), aRegistration(world, {}));
    const other = world.actorOf({ unitCode: "130622", roles: ["leader"] });
    await expectRefused(sign(clerk, { unitCode: "130621", outcome: "findings" }), "kernel.roleMayNot");
    await expectRefused(sign(cityReviewer, { unitCode: "130621", outcome: "findings" }), "selfChecks.ownUnit");
    await expectRefused(sign(leader, { unitCode: "130621", outcome: "nil" }), "selfChecks.notNil");
    await expectRefused(sign(other, { unitCode: "130622", outcome: "findings" }), "selfChecks.nothingRegistered");
    await world.setPhase("deployment");
    await expectRefused(sign(leader, { unitCode: "130621", outcome: "findings" }), "selfChecks.notOpen");
    await world.setPhase("selfCheck");
    const signing = { ...command(), unitCode: "130622", outcome: "nil" as const };
    const signed = await sign(other, signing);
    expect(signed).toMatchObject({ outcome: "nil", version: 1, unitName: "清苑县" });
    const audit = await auditOf(world, { provincePath: "13", commandId: signing.commandId });
    expect(audit.map((row) => row.subjectId)).toEqual([signed.id]);
    expect(await sign(other, { unitCode: "130622", outcome: "nil", version: 1 })).toMatchObject({
      id: signed.id,
      version: 2,
    });
    const { items } = await listSelfChecks(world.ctxOf(world.actorOf({ unitCode: "130600", roles: ["clerk"] })), {
      campaignId: world.campaignId,
      unitCode: null,
    });
    expect(items).toHaveLength(25);
    expect(items.filter((item) => item.outcome !== null).map((item) => item.unitCode)).toEqual(["130622"]);
  });

  it("a signature names the result it replaces; a stale one gets the result as it stands and changes nothing", async () => {
    const signer = world.actorOf({ unitCode: "130623", roles: ["leader"] });
    const early = sign(signer, { unitCode: "130623", outcome: "nil", version: 1 });
    expect(await refusalOf(early)).toMatchObject({
      code: "stale",
      current: { unitCode: "130623", outcome: null, version: null },
    });
    await sign(signer, { unitCode: "130623", outcome: "nil" });
    const again = sign(signer, { unitCode: "130623", outcome: "nil" });
    expect(await refusalOf(again)).toMatchObject({
      code: "stale",
      rule: "kernel.stale",
      current: { outcome: "nil", version: 1 },
    });
  });

  it("a self-check finding makes its unit's nil result untrue, and the unit signs again", async () => {
    const unitCode = "130624";
    const signer = world.actorOf({ unitCode, roles: ["leader", "clerk"] });
    const nil = await sign(signer, { unitCode, outcome: "nil" });
    const enter = (origin: "selfCheck" | "complaint") =>
      register(world.ctxOf(signer), aRegistration(world, { unitCode, origin }));
    await enter("complaint");
    expect(await hasSelfCheck(unitCode)).toBe(true);
    await enter("selfCheck");
    expect(await hasSelfCheck(unitCode)).toBe(false);
    const work = await mySelfChecksWork(world.ctxOf(signer), { campaignId: world.campaignId });
    expect(work[0]).toMatchObject({ verb: "selfChecks.signSelfCheck", unitCode, dueOn: "2009-03-31" });
    expect((await refusalOf(sign(signer, { unitCode, outcome: "findings" }))).code).toBe("stale");
    expect(await sign(signer, { unitCode, outcome: "findings", version: 1 })).toMatchObject({ id: nil.id, version: 2 });
    expect(await hasSelfCheck(unitCode)).toBe(true);
  });

  it("what is found after the phase leaves the signed nil result as it is: it is 后续发现", async () => {
    const unitCode = "130626";
    const signer = world.actorOf({ unitCode, roles: ["leader", "clerk"] });
    await sign(signer, { unitCode, outcome: "nil" });
    await world.setPhase("acceptance");
    expect(await register(world.ctxOf(signer), aRegistration(world, { unitCode }))).toMatchObject({
      isLaterDiscovered: true,
    });
    await world.setPhase("selfCheck");
    expect(await hasSelfCheck(unitCode)).toBe(true);
  });

  it("a nil result and a self-check finding entered at once never both stand", async () => {
    const codes = ["130627", "130628", "130629", "130630", "130631", "130632"];
    for (const unitCode of codes) {
      const signer = world.actorOf({ unitCode, roles: ["leader", "clerk"] });
      await Promise.allSettled([
        sign(signer, { unitCode, outcome: "nil" }),
        register(world.ctxOf(signer), aRegistration(world, { unitCode })),
      ]);
      expect(await hasSelfCheck(unitCode)).toBe(false);
    }
  });

  async function hasSelfCheck(unitCode: string): Promise<boolean> {
    const { items } = await listSelfChecks(world.ctxOf(provinceClerk), { campaignId: world.campaignId, unitCode });
    return items[0]?.outcome !== null;
  }

  it("the gate counts counties that have signed and names every other", async () => {
    const standings = await read(world.ctxOf(provinceClerk), async (reader) => {
      const campaign = await campaignOf(reader, world.campaignId);
      const keys = ["selfChecks.declarationsComplete"];
      const sources = [selfChecksGateSource];
      const ofCity = { campaign, sources, keys, phase: "selfCheck", path: regionPath("13.06"), namedMax: 0 } as const;
      const { units, standings: all } = await gateSnapshot(reader, ofCity);
      const { done, of } = await selfCheckCompleteness.count(reader, { campaign, units });
      expect(of).toBe(25);
      expect(done).toBeGreaterThan(0);
      return { done, list: all.get("selfChecks.declarationsComplete") ?? [] };
    });
    expect(standings.list).toHaveLength(25);
    expect(standings.list.filter((one) => one.passed === one.total)).toHaveLength(standings.done);
    const missing = standings.list.flatMap((one) => one.offenders.map((offender) => offender.reason));
    expect(new Set(missing)).toEqual(new Set(["selfChecks.missing"]));
  });
});
