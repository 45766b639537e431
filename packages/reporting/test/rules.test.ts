import { read } from "@anji/database";
import { figureMismatches } from "@anji/figures";
import { at, command, registered } from "@anji/figures/testing";
import { amendInput, type FindingRow } from "@anji/findings";
import { amend } from "@anji/findings/verbs";
import type { Actor } from "@anji/kernel";
import { anActor, expectRefused, refusalOf } from "@anji/kernel/testing";
import {
  receiveReportInput,
  draftReportInput,
  NO_PERIOD,
  reportChecks,
  type ReportState,
  returnReportInput,
  whyNot,
  writeReportInput,
} from "@anji/reporting";
import { getReport } from "@anji/reporting/queries";
import { aNarrative, someSections } from "@anji/reporting/testing";
import { draftReport, receiveReport, refreezeReport, returnReport, writeReport } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { reportFacts } from "../src/queries/gate-source.ts";
import { drafted, type ReportWorld, reportWorld, signed, submitted } from "./world.ts";

let world: ReportWorld;
let row: FindingRow;
beforeAll(async () => {
  world = await reportWorld();
  world.moveTo("2008-09-10");
  row = await registered(world, { foundFen: "268347200" });
  world.moveTo("2008-10-15");
});

const clerk = anActor({ unitCode: "130100", roles: ["clerk"] });
const COMPLETE = {
  kind: "monthly",
  narrative: aNarrative({}),
  isNil: false,
  lineCount: 1,
  frozenHash: "a",
  hashOfRows: "a",
  mismatches: [],
  period: NO_PERIOD,
  unitsWithoutSelfCheck: 0,
  amendedSince: 0,
  missingCities: [],
  waivedCities: [],
} as const;

function aReport(changes: Partial<ReportState>): ReportState {
  return {
    kind: "monthly",
    level: "city",
    status: "draft",
    regionPath: clerk.path,
    submittedBy: null,
    writers: [],
    sentNo: null,
    lineCount: 1,
    checks: [],
    ...changes,
  };
}

async function reportOf(month: string) {
  const { cityClerk } = world.people;
  const { id } = await drafted(world, cityClerk, month);
  return getReport(world.ctxOf(cityClerk), { id });
}

function draftedSummary(by: Actor, unitCode: string) {
  return draftReport(
    world.ctxOf(by),
    draftReportInput.parse({ ...command(), kind: "summary", month: null, campaignId: world.campaignId, unitCode }),
  );
}

describe("a report", () => {
  it("is submitted once", async () => {
    const { cityClerk } = world.people;
    const report = await submitted(world, cityClerk, "2008-09");
    expect(await refusalOf(signed(world, cityClerk, report))).toMatchObject({
      code: "precondition",
      rule: "reporting.submitUnsubmitted",
      params: { status: "submitted" },
    });
  });

  it("is not submitted with figures that are no longer the sum of their rows", () => {
    const subject = aReport({ checks: reportChecks({ ...COMPLETE, hashOfRows: "b" }) });
    const asked = { subject, actor: clerk, campaign: { phase: "selfCheck" } };
    const leader = anActor({ unitCode: "130100", roles: ["leader"] });
    expect(whyNot({ ...asked, actor: leader, event: "submit" })).toMatchObject({
      code: "precondition",
      rule: "figures.differFromRows",
    });
    expect(whyNot({ ...asked, event: "write" })).toBeNull();
  });

  it("is not submitted with figures that contradict each other, and says where", async () => {
    const { figures } = await reportOf("2008-10");
    expect(figureMismatches(figures)).toEqual([]);
    const mismatches = figureMismatches({ ...figures, total: { ...figures.total, found: "1", outstanding: "1" } });
    const checks = reportChecks({ ...COMPLETE, kind: "summary", narrative: someSections({}), mismatches });
    const leader = anActor({ unitCode: "130100", roles: ["leader"] });
    const why = whyNot({
      subject: aReport({ kind: "summary", checks }),
      event: "submit",
      actor: leader,
      campaign: { phase: "summary" },
    });
    expect(why).toMatchObject({ rule: "figures.notReconciled", params: { places: mismatches.join(", ") } });
    expect(mismatches).toContain("byFund.found");
  });
});

describe("a draft", () => {
  const saidOf = async (rule: string) => (await reportOf("2008-10")).checks.filter((check) => check.rule === rule);

  it("warns of the city's units without a self-check result", async () => {
    expect(await saidOf("reporting.selfChecksMissing")).toEqual([
      {
        rule: "reporting.selfChecksMissing",
        severity: "warning",
        message: "还有 24 个单位没有签署自查结果，本报告为不完全统计。",
      },
    ]);
  });

  it("of a month that still runs counts up to the freezing, and says so", async () => {
    const running = await reportOf("2008-10");
    expect(running.cutOffAt).toBe("2008-10-15T04:00:00.000Z");
    expect(running.checks.map((check) => check.rule)).toContain("reporting.monthRunning");
    await registered(world, { foundFen: "999" });
    world.moveTo("2008-10-16");
    const refrozen = await refreezeReport(world.ctxOf(world.people.cityClerk), at(running));
    const later = await reportOf("2008-10");
    expect(later.version).toBe(refrozen.version);
    expect(later.figures.total.count).toBe(running.figures.total.count + 1);
    expect(later.cutOffId).not.toBe(running.cutOffId);
  });

  it("warns of findings corrected after its cut-off, each once", async () => {
    expect(await saidOf("figures.amendedSince")).toEqual([]);
    world.moveTo("2008-10-17");
    for (const summary of ["更正一", "更正二"]) {
      const input = amendInput.parse({ ...at(row), changes: { summary }, reason: "按底稿更正" });
      row = await amend(world.ctxOf(world.people.countyClerk), input);
    }
    expect(await saidOf("figures.amendedSince")).toEqual([
      {
        rule: "figures.amendedSince",
        severity: "warning",
        message: "截止后有 1 个问题作过更正，金额变动列入下一期的更正、核减。",
      },
    ]);
  });
});

describe("a summary", () => {
  beforeAll(async () => {
    world.moveTo("2009-09-10");
    await world.setPhase("summary");
  });

  it("is the city's and the province's, not a county's", async () => {
    const { cityReviewer } = world.people;
    expect(await refusalOf(draftedSummary(cityReviewer, "130123"))).toMatchObject({
      code: "invalid",
      rule: "reporting.summaryUnits",
    });
  });

  it("is written by the unit that makes it, not by the level above", async () => {
    const { cityReviewer, provinceReviewer } = world.people;
    expect(await refusalOf(draftedSummary(provinceReviewer, "130100"))).toMatchObject({
      code: "notAllowed",
      rule: "reporting.ownReportOnly",
    });
    const draft = await draftedSummary(cityReviewer, "130100");
    const input = writeReportInput.parse({ ...at(draft), narrative: someSections({}) });
    await expectRefused(writeReport(world.ctxOf(provinceReviewer), input), "reporting.ownReportOnly");
  });

  it("keeps the gate shut until the province accepts it, also when it is returned and submitted again", async () => {
    const { cityReviewer, provinceReviewer } = world.people;
    const offenders = async () => {
      const facts = await read(world.ctxOf(provinceReviewer), (reader) =>
        reportFacts(reader, { campaign: { id: world.campaignId } }),
      );
      return facts.subjects["reporting.citySummaries"];
    };
    const draft = await draftedSummary(cityReviewer, "130100");
    const text = writeReportInput.parse({ ...at(draft), narrative: someSections({}) });
    const sent = await signed(world, cityReviewer, await writeReport(world.ctxOf(cityReviewer), text));
    const waiting = [{ unitCode: "130100", subject: { id: draft.id }, reason: "reporting.summaryNotAccepted" }];
    expect(await offenders()).toMatchObject(waiting);
    const returned = await returnReport(
      world.ctxOf(provinceReviewer),
      returnReportInput.parse({ ...at(sent), remark: "请补充" }),
    );
    expect(await offenders()).toMatchObject([
      { unitCode: "130100", subject: { id: draft.id }, reason: "reporting.summaryReturned" },
    ]);
    const again = await signed(world, cityReviewer, returned);
    expect(await offenders()).toMatchObject(waiting);
    await receiveReport(world.ctxOf(provinceReviewer), receiveReportInput.parse(at(again)));
    expect(await offenders()).toEqual([]);
  });
});
