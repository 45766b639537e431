import { read } from "@anji/database";
import { refusalOf } from "@anji/database/testing";
import { figureMismatches } from "@anji/figures";
import { at, command, registered } from "@anji/figures/testing";
import { amendInput, type FindingRow } from "@anji/findings";
import { amend } from "@anji/findings/verbs";
import type { Actor } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import {
  draftSummaryInput,
  monthlyChecks,
  type ReportState,
  returnSummaryInput,
  summaryChecks,
  whyNotMonthly,
  whyNotSummary,
  writeSummaryInput,
} from "@anji/reporting";
import { getMonthly, reportingGateSource } from "@anji/reporting/queries";
import { aNarrative, someSections } from "@anji/reporting/testing";
import {
  draftSummary,
  redrawMonthly,
  returnSummary,
  submitMonthly,
  submitSummary,
  writeSummary,
} from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { drafted, type ReportWorld, reportWorld, submitted } from "./world.ts";

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
  narrative: aNarrative({}),
  isNil: false,
  lineCount: 1,
  frozenHash: "a",
  hashOfRows: "a",
  mismatches: [],
};
const WARNED_OF_NOTHING = { isMonthRunning: false, unitsWithoutSelfCheck: 0, amendedSince: 0 };

function aReport(changes: Partial<ReportState>): ReportState {
  return { status: "draft", regionPath: clerk.path, submittedBy: null, lineCount: 1, checks: [], ...changes };
}

async function reportOf(month: string) {
  const { cityClerk } = world.people;
  const { id } = await drafted(world, cityClerk, month);
  return getMonthly(world.ctxOf(cityClerk), { id });
}

function draftedSummary(by: Actor, unitCode: string) {
  return draftSummary(
    world.ctxOf(by),
    draftSummaryInput.parse({ ...command(), campaignId: world.campaignId, unitCode }),
  );
}

describe("a report", () => {
  it("is submitted once", async () => {
    const { cityClerk } = world.people;
    const report = await submitted(world, cityClerk, "2008-09");
    expect(await refusalOf(submitMonthly(world.ctxOf(cityClerk), at(report)))).toMatchObject({
      code: "precondition",
      rule: "reporting.submitUnsubmitted",
      params: { status: "submitted" },
    });
  });

  it("is not submitted with figures that are no longer the sum of their rows", () => {
    const report = aReport({ checks: monthlyChecks({ ...COMPLETE, ...WARNED_OF_NOTHING, hashOfRows: "b" }) });
    const by = { actor: clerk, campaignPhase: "selfCheck" };
    expect(whyNotMonthly(report, { event: "submit", ...by })).toMatchObject({
      code: "precondition",
      rule: "figures.differFromRows",
    });
    expect(whyNotMonthly(report, { event: "write", ...by })).toBeNull();
  });

  it("is not submitted with figures that contradict each other, and says where", async () => {
    const { figures } = await reportOf("2008-10");
    expect(figureMismatches(figures)).toEqual([]);
    const mismatches = figureMismatches({ ...figures, total: { ...figures.total, found: "1", outstanding: "1" } });
    const checks = summaryChecks({
      sections: someSections({}),
      frozenHash: "a",
      hashOfRows: "a",
      mismatches,
      missingCities: [],
    });
    const leader = anActor({ unitCode: "130100", roles: ["leader"] });
    const why = whyNotSummary(
      { ...aReport({ checks }), level: "city" },
      { event: "submit", actor: leader, campaignPhase: "summary" },
    );
    expect(why).toMatchObject({ rule: "figures.doNotAddUp", params: { places: mismatches.join(", ") } });
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
        message: "还有 23 个单位没有签署自查结果，本报告为不完全统计。",
      },
    ]);
  });

  it("of a month that still runs counts up to the freezing, and says so", async () => {
    const running = await reportOf("2008-10");
    expect(running.cutOffAt).toBe("2008-10-15T04:00:00.000Z");
    expect(running.checks.map((check) => check.rule)).toContain("reporting.monthRunning");
    await registered(world, { foundFen: "999" });
    world.moveTo("2008-10-16");
    const refrozen = await redrawMonthly(world.ctxOf(world.people.cityClerk), at(running));
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
        message: "截止后有 1 个问题作过更正，重新取数将采用更正后的内容。",
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
    const input = writeSummaryInput.parse({ ...at(draft), sections: someSections({}) });
    expect((await refusalOf(writeSummary(world.ctxOf(provinceReviewer), input))).rule).toBe("reporting.ownReportOnly");
  });

  it("that was returned keeps the gate shut until it is submitted again", async () => {
    const { cityReviewer, provinceReviewer } = world.people;
    const offenders = async () => {
      const facts = await read(world.ctxOf(provinceReviewer), (reader) =>
        reportingGateSource(reader, { campaignId: world.campaignId }),
      );
      return facts.subjects["campaign.citySummaries"];
    };
    const draft = await draftedSummary(cityReviewer, "130100");
    const text = writeSummaryInput.parse({ ...at(draft), sections: someSections({}) });
    const sent = await submitSummary(
      world.ctxOf(cityReviewer),
      at(await writeSummary(world.ctxOf(cityReviewer), text)),
    );
    expect(await offenders()).toEqual([]);
    const returned = await returnSummary(
      world.ctxOf(provinceReviewer),
      returnSummaryInput.parse({ ...at(sent), remark: "请补充" }),
    );
    expect(await offenders()).toMatchObject([
      { unitCode: "130100", subject: { id: draft.id }, reason: "reporting.summaryReturned" },
    ]);
    await submitSummary(world.ctxOf(cityReviewer), at(returned));
    expect(await offenders()).toEqual([]);
  });
});
