import { campaignOf, gateSnapshot } from "@anji/campaign/queries";
import { read } from "@anji/database";
import { amend } from "@anji/findings/verbs";
import { fen, type Actor, regionPath } from "@anji/kernel";
import { listSelfChecks, selfCheckCompleteness, selfChecksGateSource } from "@anji/self-checks/queries";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answer,
  command,
  declared,
  entered,
  matrixOf,
  partOf,
  type SelfChecksWorld,
  selfChecksWorld,
  sign,
} from "./world.ts";

const LABOUR = "labour-security";
const GATE = "selfChecks.declarationsComplete";
let world: SelfChecksWorld;
let province: Actor;
beforeAll(async () => {
  world = await selfChecksWorld();
  province = await world.person("130000", "clerk", "reviewer", "inspector");
});

async function signedUnit(unitCode: string) {
  const clerk = await world.person(unitCode, "clerk");
  const reviewer = await world.person(unitCode, "reviewer");
  world.moveTo("2008-10-20");
  await declared(world, { clerk, reviewer }, unitCode);
  world.moveTo("2008-10-28");
  return { unitCode, clerk, reviewer, of: { unitCode, declarant: LABOUR } };
}

async function summaryOf(unitCode: string) {
  const { items } = await listSelfChecks(world.ctxOf(province), { campaignId: world.campaignId, unitCode });
  const one = items[0];
  if (one === undefined) throw new Error(`${unitCode} owes nothing`);
  return one;
}

async function reasonsOf(unitCode: string): Promise<[department: string, reason: string][]> {
  const standings = await read(world.ctxOf(province), async (reader) => {
    const campaign = await campaignOf(reader, world.campaignId);
    const path = regionPath(`13.${unitCode.slice(2, 4)}`);
    const sources = [selfChecksGateSource];
    const asked = { campaign, sources, keys: [GATE], phase: "selfCheck", path, namedMax: 50 } as const;
    return (await gateSnapshot(reader, asked)).standings.get(GATE) ?? [];
  });
  const one = standings.find((each) => each.unit.unitCode === unitCode);
  return (one?.offenders ?? []).map(({ subject, reason }) => [subject?.number ?? "", reason]);
}

describe("a signed declaration is compared with the ledger at every reading", () => {
  it("a further finding of the unit itself: changed, the gate asks again, and it is signed again", async () => {
    const { clerk, reviewer, unitCode, of } = await signedUnit("130621");
    expect(await reasonsOf(unitCode)).toEqual([]);
    await entered(world, clerk, { origin: "selfCheck" });
    expect((await partOf(world, reviewer, of)).state).toBe("moved");
    expect(await summaryOf(unitCode)).toMatchObject({ isSigned: false, isChanged: true, isUnreported: false });
    expect((await reasonsOf(unitCode)).slice(0, 1)).toEqual([["劳动保障部门", "selfChecks.departmentChanged"]]);
    await answer(world, clerk, of);
    await sign(world, reviewer, of);
    // Named by one department, the row no longer makes the others' "nothing" untrue; the whole is signed again.
    expect(await reasonsOf(unitCode)).toEqual([["", "selfChecks.unitUnsigned"]]);
    await world.setPhase("selfCheck");
  });

  it.each(["complaint", "earlierAudit", "patrol", "citySpotCheck", "provinceSpotCheck"] as const)(
    "a finding of origin %s is 自查未报, never silently valid, and stays so after the next signature",
    async (origin) => {
      const codes = {
        complaint: "130622",
        earlierAudit: "130623",
        patrol: "130624",
        citySpotCheck: "130625",
        provinceSpotCheck: "130626",
      };
      const { clerk, reviewer, unitCode, of } = await signedUnit(codes[origin]);
      await entered(world, province, { unitCode, origin });
      expect(await summaryOf(unitCode)).toMatchObject({ isSigned: false, isUnreported: true });
      await answer(world, clerk, of);
      await sign(world, reviewer, of);
      const part = await partOf(world, reviewer, of);
      expect(part.state).toBe("signed");
      expect(part.cells.filter((cell) => cell.isUnreported)).toMatchObject([
        { fundLine: "unemployment", category: "B" },
      ]);
    },
  );

  it("a finding that others enter under the origin 自查 is 自查未报 all the same", async () => {
    const { unitCode } = await signedUnit("130627");
    await entered(world, province, { unitCode, origin: "selfCheck" });
    expect(await summaryOf(unitCode)).toMatchObject({ isUnreported: true });
  });

  it("a finding after the phase leaves the signature and marks the cell", async () => {
    const { unitCode, of, clerk } = await signedUnit("130628");
    await world.setPhase("acceptance");
    await entered(world, province, { unitCode, origin: "provinceSpotCheck" });
    expect(await summaryOf(unitCode)).toMatchObject({ isSigned: true, isUnreported: true, isChanged: false });
    expect((await partOf(world, clerk, of)).cells.filter((cell) => cell.isUnreported)).toHaveLength(1);
    await world.setPhase("selfCheck");
  });

  it("a changed amount no longer fits the signature", async () => {
    const unitCode = "130629";
    const clerk = await world.person(unitCode, "clerk");
    const reviewer = await world.person(unitCode, "reviewer");
    const row = await entered(world, clerk, {});
    await declared(world, { clerk, reviewer }, unitCode);
    const change = { foundFen: fen(5n) };
    await amend(world.ctxOf(clerk), {
      ...command(),
      id: row.id,
      version: row.version,
      changes: change,
      reason: "金额有误",
    });
    expect(await summaryOf(unitCode)).toMatchObject({ isSigned: false, isChanged: true });
  });

  it("signed after the phase it is 迟报, by the calendar and by the campaign", async () => {
    const unitCode = "130630";
    const clerk = await world.person(unitCode, "clerk");
    const reviewer = await world.person(unitCode, "reviewer");
    world.moveTo("2009-04-01");
    expect(await declared(world, { clerk, reviewer }, unitCode)).toMatchObject({ isLate: true });
    expect(await summaryOf(unitCode)).toMatchObject({ isSigned: true, isLate: true });
    world.moveTo("2008-11-03");
    await world.setPhase("acceptance");
    const other = { clerk: await world.person("130631", "clerk"), reviewer: await world.person("130631", "reviewer") };
    expect(await declared(world, other, "130631")).toMatchObject({ isLate: true });
    await world.setPhase("selfCheck");
  });

  it("a declaration and a finding entered at once never both count", async () => {
    for (const unitCode of ["130632", "130633"]) {
      const clerk = await world.person(unitCode, "clerk");
      const reviewer = await world.person(unitCode, "reviewer");
      await Promise.allSettled([declared(world, { clerk, reviewer }, unitCode), entered(world, clerk, {})]);
      const { rows, isSigned } = await matrixOf(world, clerk, unitCode);
      expect(isSigned && rows.some((row) => row.declaredBy === null)).toBe(false);
    }
  });
});

describe("the campaign's gate", () => {
  it("names unit and department, counts signatures, and measures the units", async () => {
    const missing = await reasonsOf("130634");
    expect(missing).toEqual([
      ["劳动保障部门", "selfChecks.departmentMissing"],
      ["财政部门", "selfChecks.departmentMissing"],
      ["地税部门", "selfChecks.departmentMissing"],
      ["卫生部门", "selfChecks.departmentMissing"],
      ["", "selfChecks.unitUnsigned"],
    ]);
    const clerk = await world.person("130634", "clerk");
    await answer(world, clerk, { unitCode: "130634", declarant: LABOUR });
    expect((await reasonsOf("130634"))[0]).toEqual(["劳动保障部门", "selfChecks.departmentUnsigned"]);
    const { done, of } = await read(world.ctxOf(province), async (reader) => {
      const campaign = await campaignOf(reader, world.campaignId);
      const ofCity = {
        campaign,
        sources: [],
        keys: [],
        phase: "selfCheck",
        path: regionPath("13.06"),
        namedMax: 0,
      } as const;
      const { units } = await gateSnapshot(reader, ofCity);
      return selfCheckCompleteness.count(reader, { campaign, units });
    });
    const { items } = await listSelfChecks(world.ctxOf(province), { campaignId: world.campaignId, unitCode: "130600" });
    expect([done, of]).toEqual([items.filter((one) => one.isSigned).length, 26]);
    expect(done).toBeGreaterThan(0);
  });
});
