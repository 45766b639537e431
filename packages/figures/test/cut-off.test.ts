import { classified, closed, type FiguresWorld, planned, registered, settled } from "@anji/figures/testing";
import { declaredUnit } from "@anji/self-checks/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { figuresWorld, frozen } from "./world.ts";

let world: FiguresWorld;
beforeAll(async () => {
  world = await figuresWorld();
});

type Opening = Awaited<ReturnType<typeof frozen>>["cutOffId"];
function frozenIn(month: string, openingId: Opening | null = null) {
  return frozen(world, world.people.cityClerk, month, openingId);
}

describe("the cut-off of figures", () => {
  it("takes in what was known by the month's end, and nothing of what came later", async () => {
    world.moveTo("2008-09-15");
    const row = await classified(world, await registered(world, { foundFen: "1000000" }));
    world.moveTo("2008-09-29");
    const partly = await settled(world, row, {
      lineNo: 1,
      channel: "recovered",
      amountFen: "300000",
      settledOn: "2008-09-28",
    });
    world.moveTo("2008-10-09");
    // Settled in September, but not known before October: it belongs to October's figures.
    const more = await settled(world, partly, {
      lineNo: 1,
      channel: "recovered",
      amountFen: "200000",
      settledOn: "2008-09-30",
    });
    await planned(world, more, "2008-10-20");
    await registered(world, { foundFen: "55" });
    const september = await frozenIn("2008-09");
    expect(september.figures.total).toEqual({
      count: 1,
      found: "1000000",
      recovered: "300000",
      repaid: "0",
      rebooked: "0",
      writtenOff: "0",
      outstanding: "700000",
      reduced: "0",
      stated: "1000000",
    });
    expect(september.figures.byStatus).toEqual([{ status: "classified", count: 1, found: "1000000" }]);
    expect(september.figures.plannedCount).toBe(0);

    world.moveTo("2008-11-03");
    const october = await frozenIn("2008-10", september.cutOffId);
    expect(october.figures.total).toMatchObject({ count: 2, found: "1000055", recovered: "500000", repaid: "0" });
    expect(october.figures.thisMonth).toEqual({
      found: { count: 1, amount: "55" },
      recovered: "200000",
      repaid: "0",
      rebooked: "0",
      writtenOff: "0",
      reduced: "0",
      closedCount: 0,
    });
    expect(october.figures.byStatus.map((line) => [line.status, line.count])).toEqual([
      ["registered", 1],
      ["rectifying", 1],
    ]);
    expect([october.figures.plannedCount, october.figures.overdueCount]).toEqual([1, 1]);
  });

  it("gives the same figures and the same hash whenever they are frozen again", async () => {
    world.moveTo("2008-11-20");
    await registered(world, { foundFen: "777" });
    const first = await frozenIn("2008-09");
    const row = await classified(world, await registered(world, { foundFen: "888" }));
    await settled(world, row, { lineNo: 1, channel: "recovered", amountFen: "8", settledOn: "2008-09-10" });
    world.moveTo("2009-02-01");
    const again = await frozenIn("2008-09");
    expect(again.figures).toEqual(first.figures);
    expect(again.figuresHash).toBe(first.figuresHash);
  });

  it("is the freezing itself while the month still runs", async () => {
    world.moveTo("2009-02-10");
    const running = await frozenIn("2009-02");
    expect(running.cutOffAt).toBe("2009-02-10T04:00:00.000Z");
    const row = await registered(world, { foundFen: "999" });
    world.moveTo("2009-02-11");
    const later = await frozenIn("2009-02");
    expect(later.cutOffAt).toBe("2009-02-11T04:00:00.000Z");
    expect(later.figures.total.count).toBe(running.figures.total.count + 1);
    expect(row.status).toBe("registered");
  });

  it("counts a unit's self-check from the month in which it was signed", async () => {
    world.moveTo("2008-12-20");
    const { countyClerk, countyReviewer } = world.people;
    const by = { clerk: world.ctxOf(countyClerk), reviewer: world.ctxOf(countyReviewer) };
    const unit = { campaignId: world.campaignId, unitCode: "130123", plan: world.plan };
    expect((await declaredUnit(by, unit)).outcome).toBe("findings");
    world.moveTo("2009-01-05");
    const [before, after] = [await frozenIn("2008-11"), await frozenIn("2008-12")];
    const counted = [before, after].map(({ figures: { selfCheck } }) => [
      selfCheck.done,
      selfCheck.found,
      selfCheck.nil,
    ]);
    expect(counted).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ]);
    expect(after.figures.selfCheck.missing).toBe(after.figures.selfCheck.total - 1);
    expect(after.figures.selfCheck.late).toBe(0);
    await registered(world, { foundFen: "5" });
    const again = await frozenIn("2009-01");
    expect(again.figures.selfCheck.done).toBe(0);
  });

  it("counts a finding as closed in the month in which it was closed", async () => {
    world.moveTo("2009-01-12");
    const row = await planned(
      world,
      await classified(world, await registered(world, { foundFen: "4000" })),
      "2009-03-31",
    );
    world.moveTo("2009-02-20");
    await closed(world, row, "2009-02-19");
    world.moveTo("2009-04-02");
    const december = await frozenIn("2008-12");
    const january = await frozenIn("2009-01", december.cutOffId);
    const february = await frozenIn("2009-02", january.cutOffId);
    const march = await frozenIn("2009-03", february.cutOffId);
    const closedIn = (of: typeof january) => of.figures.byStatus.find((line) => line.status === "closed")?.count ?? 0;
    expect([closedIn(january), closedIn(february), closedIn(march)]).toEqual([0, 1, 1]);
    expect([january, february, march].map((one) => one.figures.thisMonth.closedCount)).toEqual([0, 1, 0]);
    expect(february.figures.thisMonth.recovered).toBe("4000");
  });
});
