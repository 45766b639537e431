import { at, registered } from "@anji/figures/testing";
import { expectRefused } from "@anji/kernel/testing";
import { returnReportInput } from "@anji/reporting";
import { listReports, myReportingWork, type ReportListItem } from "@anji/reporting/queries";
import { returnReport } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { drafted, leaderBeside, type ReportWorld, reportWorld, submitted } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  world.moveTo("2008-09-03");
  await registered(world, { foundFen: "1000000", discoveredOn: "2008-09-01" });
  world.moveTo("2008-11-02");
});

describe("the list of monthly reports", () => {
  it("shows every city and month so far, the missing ones with their due day", async () => {
    const ctx = world.ctxOf(world.people.provinceLeader);
    const all = await listReports(ctx, {
      campaignId: world.campaignId,
      kind: "monthly" as const,
      unitCode: null,
      month: null,
    });
    expect(all.items).toHaveLength(11 * 5);
    expect(all.items[0]).toEqual({
      id: null,
      kind: "monthly",
      unitCode: "130100",
      unitName: "石家庄市",
      level: "city",
      month: "2008-11",
      status: "missing",
      dueOn: "2008-12-05",
      isNil: false,
      submittedAt: null,
      isLate: false,
      version: null,
      lastRemark: null,
      sentNo: null,
      sentOn: null,
      jobId: null,
    });
  });

  it("pages through the same rows, each once", async () => {
    const ctx = world.ctxOf(world.people.provinceLeader);
    const input = { campaignId: world.campaignId, kind: "monthly" as const, unitCode: null, month: null };
    const seen: ReportListItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listReports>> = await listReports(ctx, { ...input, cursor, limit: 7 });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual((await listReports(ctx, input)).items);
  });

  it("shows a city its own reports only, and a county none", async () => {
    const input = { campaignId: world.campaignId, kind: "monthly" as const, unitCode: null, month: null };
    const city = await listReports(world.ctxOf(world.people.cityClerk), input);
    expect(new Set(city.items.map((item) => item.unitCode))).toEqual(new Set(["130100"]));
    expect((await listReports(world.ctxOf(world.people.countyClerk), input)).items).toEqual([]);
    const outside = listReports(world.ctxOf(world.people.farClerk), { ...input, unitCode: "130100" });
    await expectRefused(outside, "kernel.notFound");
  });
});

describe("the work of reporting", () => {
  it("asks the city for what is missing or returned, and the province for what is submitted", async () => {
    const { cityClerk, provinceReviewer } = world.people;
    const input = { campaignId: world.campaignId };
    const before = await myReportingWork(world.ctxOf(cityClerk), input);
    expect(before.map((item) => [item.verb, item.title])).toEqual([
      ["reporting.draft", "2008-10"],
      ["reporting.draft", "2008-09"],
      ["reporting.draft", "2008-08"],
      ["reporting.draft", "2008-07"],
    ]);
    const report = await submitted(world, cityClerk, "2008-09");
    const province = await myReportingWork(world.ctxOf(provinceReviewer), input);
    expect(province.map((item) => [item.verb, item.number, item.dueOn])).toEqual([
      ["reporting.receive", "130100-2008-09", "2008-10-05"],
    ]);
    await returnReport(
      world.ctxOf(provinceReviewer),
      returnReportInput.parse({ ...at(report), remark: "补充处理情况" }),
    );
    await drafted(world, cityClerk, "2008-10");
    const after = await myReportingWork(world.ctxOf(cityClerk), input);
    expect(after.slice(0, 2).map((item) => [item.verb, item.title, item.isReturned])).toEqual([
      ["reporting.write", "2008-10", false],
      ["reporting.write", "2008-09", true],
    ]);
    const leader = await myReportingWork(world.ctxOf(leaderBeside(world, cityClerk)), input);
    expect(leader.slice(0, 2).map((item) => item.verb)).toEqual(["reporting.submit", "reporting.submit"]);
    expect(after[1]?.lastRemark).toEqual({ by: provinceReviewer.name, on: "2008-11-02", text: "补充处理情况" });
  });
});
