import { signSelfCheckInput } from "@anji/findings";
import { signSelfCheck } from "@anji/findings/verbs";
import { getMonthly } from "@anji/reporting/queries";
import { redrawMonthly } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { classified, closed, planned, registered, settled } from "./ledger.ts";
import { at, command, drafted, type ReportWorld, reportWorld } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

async function reportOf(month: string) {
  const { cityClerk } = world.people;
  const { id } = await drafted(world, cityClerk, month);
  return getMonthly(world.ctxOf(cityClerk), { id });
}

/** The report of a month that may have been drawn while the month still ran. */
async function drawnAgain(month: string) {
  const report = await reportOf(month);
  await redrawMonthly(world.ctxOf(world.people.cityClerk), at(report));
  return reportOf(month);
}

describe("the cut-off of a monthly report", () => {
  it("takes in what was known by the month's end, and nothing of what came later", async () => {
    world.moveTo("2008-09-15");
    const row = await registered(world, { foundFen: "1000000" });
    world.moveTo("2008-09-29");
    const partly = await settled(world, row, {
      lineNo: 1,
      channel: "recovered",
      amountFen: "300000",
      settledOn: "2008-09-28",
    });
    world.moveTo("2008-10-09");
    // Settled in September, but not known before October: it belongs to October's report.
    const more = await settled(world, partly, {
      lineNo: 1,
      channel: "repaid",
      amountFen: "200000",
      settledOn: "2008-09-30",
    });
    await planned(world, await classified(world, more), "2008-10-20");
    await registered(world, { foundFen: "55" });
    const september = await reportOf("2008-09");
    expect(september.figures.total).toEqual({
      count: 1,
      found: "1000000",
      recovered: "300000",
      repaid: "0",
      rebooked: "0",
      writtenOff: "0",
      outstanding: "700000",
    });
    expect(september.figures.byStatus).toEqual([{ status: "registered", count: 1, found: "1000000" }]);
    expect(september.figures.plannedCount).toBe(0);

    world.moveTo("2008-11-03");
    const october = await reportOf("2008-10");
    expect(october.figures.total).toMatchObject({ count: 2, found: "1000055", recovered: "300000", repaid: "200000" });
    expect(october.figures.thisMonth).toEqual({
      found: { count: 1, amount: "55" },
      recovered: "0",
      repaid: "200000",
      rebooked: "0",
      writtenOff: "0",
      closedCount: 0,
    });
    expect(october.figures.byStatus.map((line) => [line.status, line.count])).toEqual([
      ["registered", 1],
      ["rectifying", 1],
    ]);
    expect([october.figures.plannedCount, october.figures.overdueCount]).toEqual([1, 1]);
  });

  it("gives the same figures and the same hash whenever it is drawn again", async () => {
    world.moveTo("2008-11-20");
    await registered(world, { foundFen: "777" });
    const first = await reportOf("2008-09");
    const row = await registered(world, { foundFen: "888" });
    await settled(world, row, { lineNo: 1, channel: "rebooked", amountFen: "8", settledOn: "2008-09-10" });
    world.moveTo("2009-02-01");
    await redrawMonthly(world.ctxOf(world.people.cityClerk), at(first));
    const again = await reportOf("2008-09");
    expect(again.figures).toEqual(first.figures);
    expect(again.figuresHash).toBe(first.figuresHash);
    expect(again.version).toBe(first.version + 1);
  });

  it("is the drawing itself while the month still runs, and says so", async () => {
    world.moveTo("2009-02-10");
    const running = await reportOf("2009-02");
    expect(running.cutOffAt).toBe("2009-02-10T04:00:00.000Z");
    expect(running.checks.map((check) => check.rule)).toContain("reporting.monthRunning");
    const row = await registered(world, { foundFen: "999" });
    world.moveTo("2009-02-11");
    const redrawn = await redrawMonthly(world.ctxOf(world.people.cityClerk), at(running));
    const later = await reportOf("2009-02");
    expect(later.version).toBe(redrawn.version);
    expect(later.figures.total.count).toBe(running.figures.total.count + 1);
    expect(row.status).toBe("registered");
  });

  it("counts a unit's self-check from the month in which it was signed", async () => {
    world.moveTo("2008-12-20");
    const input = signSelfCheckInput.parse({
      ...command(),
      campaignId: world.campaignId,
      unitCode: "130123",
      version: null,
      outcome: "findings",
      statement: "已逐项自查",
    });
    await signSelfCheck(world.ctxOf(world.people.countyReviewer), input);
    world.moveTo("2009-01-05");
    const [before, after] = [await reportOf("2008-11"), await reportOf("2008-12")];
    expect([before.figures.selfCheck.done, after.figures.selfCheck.done]).toEqual([0, 1]);
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
    const [january, february, march] = [
      await reportOf("2009-01"),
      await drawnAgain("2009-02"),
      await reportOf("2009-03"),
    ];
    const closedIn = (report: typeof january) =>
      report.figures.byStatus.find((line) => line.status === "closed")?.count ?? 0;
    expect([closedIn(january), closedIn(february), closedIn(march)]).toEqual([0, 1, 1]);
    expect([january, february, march].map((report) => report.figures.thisMonth.closedCount)).toEqual([0, 1, 0]);
    expect(february.figures.thisMonth.recovered).toBe("4000");
  });
});
