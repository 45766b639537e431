import { getCampaign } from "@anji/campaign/queries";
import { advance } from "@anji/campaign/verbs";
import { at, command, registered } from "@anji/figures/testing";
import type { Actor } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import {
  draftReportInput,
  receiveReportInput,
  recordSendingInput,
  returnReportInput,
  writeReportInput,
} from "@anji/reporting";
import { getReport, myReportingWork, type ReportAnswer, reportingGateSource } from "@anji/reporting/queries";
import { aNarrative, someSections } from "@anji/reporting/testing";
import {
  receiveReport,
  draftReport,
  recordSending,
  refreezeReport,
  renderReport,
  returnReport,
  writeReport,
} from "@anji/reporting/verbs";
import { report } from "@anji/reporting/tables";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { drafted, type ReportWorld, reportWorld, signed, submitted } from "./world.ts";

const ROUNDS = 20;
const CITIES = [
  "130100",
  "130200",
  "130300",
  "130400",
  "130500",
  "130600",
  "130700",
  "130800",
  "130900",
  "131000",
  "131100",
];
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

async function handedIn(unitCode: string): Promise<ReportAnswer> {
  const by: Actor = world.actorOf({ unitCode, roles: ["reviewer"] });
  const draft = await draftReport(
    world.ctxOf(by),
    draftReportInput.parse({ ...command(), kind: "summary", month: null, campaignId: world.campaignId, unitCode }),
  );
  const input = writeReportInput.parse({ ...at(draft), narrative: someSections({}) });
  return signed(world, by, await writeReport(world.ctxOf(by), input));
}

/** The province's own summary, submitted and on its way. */
async function sent(): Promise<void> {
  const own = world.ctxOf(world.people.provinceReviewer);
  const input = recordSendingInput.parse({
    ...at(await handedIn("130000")),
    sentNo: "冀社险治〔2009〕9号",
    sentOn: "2009-09-10",
  });
  await recordSending(own, input);
}

/** The summary as it was before the province accepted it, for the next round. */
async function unaccepted(id: ReportAnswer["id"]): Promise<ReportAnswer> {
  const set = { status: "submitted", receivedAt: null, receivedBy: null, receivedByName: null } as const;
  await world.asProvince((tx) => tx.update(report).set(set).where(eq(report.id, id)));
  return getReport(world.ctxOf(world.people.provinceReviewer), { id });
}

describe("the end of the campaign", () => {
  it("and the return of a summary it rests on never both go through", async () => {
    const { provinceLeader, provinceReviewer } = world.people;
    world.moveTo("2009-09-10");
    await world.setPhase("summary");
    let summary = await handedIn("130100");
    for (const city of CITIES.slice(1)) {
      const other = receiveReportInput.parse(at(await handedIn(city)));
      await receiveReport(world.ctxOf(provinceReviewer), other);
    }
    await sent();
    const won = { closing: 0, returning: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { version } = await getCampaign(world.ctxOf(provinceLeader), { campaignId: world.campaignId });
      const closing = {
        ...command(),
        campaignId: world.campaignId,
        version,
        to: "ended",
        documentNo: "冀社保治〔2009〕9号",
        remark: "",
      } as const;
      const [closed, returned] = await Promise.allSettled([
        receiveReport(world.ctxOf(provinceReviewer), receiveReportInput.parse(at(summary))).then(() =>
          advance({ gates: [reportingGateSource], openMatters: [] })(world.ctxOf(provinceLeader), closing),
        ),
        returnReport(world.ctxOf(provinceReviewer), returnReportInput.parse({ ...at(summary), remark: "补充数字" })),
      ]);
      expect([closed.status, returned.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      if (closed.status === "fulfilled") {
        won.closing += 1;
        summary = await unaccepted(summary.id);
      }
      if (returned.status === "fulfilled") {
        won.returning += 1;
        summary = await handedIn("130100");
      }
      await world.setPhase("summary");
    }
    expect(won.closing + won.returning).toBe(ROUNDS);
  });

  it("leaves the monthly reports as they are: nothing is drafted, written, frozen or decided, only files are made", async () => {
    const { cityReviewer, provinceReviewer } = world.people;
    await world.setPhase("selfCheck");
    world.moveTo("2008-10-15");
    await registered(world, { foundFen: "1234500" });
    world.moveTo("2008-11-03");
    const handed = await submitted(world, cityReviewer, "2008-10");
    const draft = await drafted(world, cityReviewer, "2008-11");
    await world.setPhase("ended");
    const rule = "reporting.campaignEnded";
    const ofCity = world.ctxOf(cityReviewer);
    await expectRefused(drafted(world, cityReviewer, "2008-09"), rule);
    await expectRefused(writeReport(ofCity, writeReportInput.parse({ ...at(draft), narrative: aNarrative({}) })), rule);
    await expectRefused(refreezeReport(ofCity, at(draft)), rule);
    await expectRefused(receiveReport(world.ctxOf(provinceReviewer), receiveReportInput.parse(at(handed))), rule);
    const { acts } = await getReport(world.ctxOf(provinceReviewer), { id: handed.id });
    expect(acts.find((act) => act.verb === "receive")?.whyNot).toMatchObject({ rule });
    expect(await myReportingWork(ofCity, { campaignId: world.campaignId })).toEqual([]);
    expect(await renderReport(ofCity, at(handed))).toMatchObject({ status: "submitted" });
  });
});
