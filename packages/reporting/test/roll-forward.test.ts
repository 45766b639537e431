import { at, command, registered } from "@anji/figures/testing";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { draftReportInput, receiveReportInput, returnReportInput, writeReportInput } from "@anji/reporting";
import { getReport, listReports, type ReportAnswer, reportContent } from "@anji/reporting/queries";
import { someSections } from "@anji/reporting/testing";
import { draftReport, receiveReport, refreezeReport, returnReport, writeReport } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { cityStandings } from "../src/queries/city-standings.ts";
import { reportInScope } from "../src/queries/report-row.ts";
import { read } from "@anji/database";
import { drafted, type ReportWorld, reportWorld, signed, submitted, written } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  world.moveTo("2008-07-10");
  await registered(world, { foundFen: "1000000", discoveredOn: "2008-07-01" });
});

const received = (report: Pick<ReportAnswer, "id" | "version">) =>
  receiveReport(world.ctxOf(world.people.provinceReviewer), receiveReportInput.parse(at(report)));
const detailOf = (id: ReportAnswer["id"]) => getReport(world.ctxOf(world.people.cityClerk), { id });

describe("a monthly report", () => {
  it("of a month that still runs is drafted early, and neither submitted nor received", async () => {
    const { cityClerk } = world.people;
    world.moveTo("2008-09-20");
    const early = await written(world, cityClerk, "2008-09");
    expect(await refusalOf(signed(world, cityClerk, early))).toMatchObject({
      rule: "reporting.monthRunning",
      params: { day: "2008-09-30" },
    });
    await registered(world, { foundFen: "500" });
    world.moveTo("2008-10-04");
    await expectRefused(signed(world, cityClerk, early), "reporting.frozenEarly");
    const refrozen = await refreezeReport(world.ctxOf(cityClerk), at(early));
    const sent = await signed(world, cityClerk, refrozen);
    // Nothing entered until the month's end is hidden.
    expect((await detailOf(sent.id)).figures.rollForward.total).toMatchObject({ opening: "0", added: "1000500" });
    world.moveTo("2008-09-20");
    await expectRefused(received(sent), "reporting.monthRunning");
    world.moveTo("2008-10-04");
    expect(sent.isLate).toBe(false);
    await received(sent);
  });

  it("opens with the closing of the last received one, or cannot be submitted", async () => {
    const { cityClerk, provinceReviewer } = world.people;
    world.moveTo("2008-12-03");
    const october = await submitted(world, cityClerk, "2008-10");
    const november = await written(world, cityClerk, "2008-11");
    expect((await detailOf(november.id)).openingMonth).toBe("2008-09");
    const sent = await signed(world, cityClerk, november);
    await expectRefused(received(sent), "reporting.earlierUndecided");
    await received(october);
    expect(await refusalOf(received(sent))).toMatchObject({
      rule: "reporting.openingDiffers",
      params: { month: "2008-10" },
    });
    const remark = { ...at(sent), remark: "期初与十月期末不一致，请重新取数" };
    const returned = await returnReport(world.ctxOf(provinceReviewer), returnReportInput.parse(remark));
    await expectRefused(signed(world, cityClerk, returned), "reporting.openingDiffers");
    const refrozen = await refreezeReport(world.ctxOf(cityClerk), at(returned));
    const resent = await signed(world, cityClerk, refrozen);
    const { openingMonth, figures } = await detailOf(resent.id);
    expect([openingMonth, figures.rollForward.total.opening, figures.rollForward.total.closing]).toEqual([
      "2008-10",
      "1000500",
      "1000500",
    ]);
    await received(resent);
  });

  it("that is late is so from its first submission on, and its document says so", async () => {
    world.moveTo("2008-12-03");
    const late = await submitted(world, world.people.cityClerk, "2008-08");
    expect(late.isLate).toBe(true);
    const { content } = await reportContent(world.ctxOf(world.people.cityClerk), { id: late.id });
    expect(content).toMatchObject({ isLate: true, dueOn: "2008-09-05" });
    const list = await listReports(world.ctxOf(world.people.cityClerk), {
      campaignId: world.campaignId,
      kind: "monthly",
      unitCode: null,
      month: null,
    });
    expect(list.items.filter((item) => item.isLate).map((item) => item.month)).toEqual(["2008-10", "2008-08"]);
  });

  it("of a month before a received one only fills the gap, and says so", async () => {
    const { cityClerk } = world.people;
    world.moveTo("2008-12-03");
    const july = await drafted(world, cityClerk, "2008-07");
    const { checks } = await detailOf(july.id);
    expect(checks).toContainEqual(expect.objectContaining({ rule: "reporting.laterReceived", severity: "warning" }));
  });
});

describe("the province's summary", () => {
  it("shows each city as received, submitted or missing, and keeps that with its submission", async () => {
    const { cityReviewer, provinceReviewer } = world.people;
    world.moveTo("2009-10-10");
    await world.setPhase("summary");
    const draftOf = async (by: typeof cityReviewer) => {
      const place = { kind: "summary", month: null, campaignId: world.campaignId, unitCode: by.unitCode };
      const draft = await draftReport(world.ctxOf(by), draftReportInput.parse({ ...command(), ...place }));
      return writeReport(world.ctxOf(by), writeReportInput.parse({ ...at(draft), narrative: someSections({}) }));
    };
    const sent = await signed(world, cityReviewer, await draftOf(cityReviewer));
    const province = await draftOf(provinceReviewer);
    const standing = async () =>
      (await getReport(world.ctxOf(provinceReviewer), { id: province.id })).cities.slice(0, 2);
    expect(await standing()).toEqual([
      { unitCode: "130100", unitName: "石家庄市", standing: "submitted", isLate: true },
      { unitCode: "130200", unitName: "唐山市", standing: "missing", isLate: false },
    ]);
    await received(sent);
    expect((await standing())[0]?.standing).toBe("received");
    const row = await read(world.ctxOf(provinceReviewer), (reader) => reportInScope(reader, province.id));
    const stored = [{ unitCode: "130100", unitName: "石家庄市", standing: "missing", isLate: false }] as const;
    const kept = await read(world.ctxOf(provinceReviewer), (reader) =>
      cityStandings(reader, { ...row.row, cityStandings: stored }),
    );
    expect(kept).toEqual(stored);
  });
});
