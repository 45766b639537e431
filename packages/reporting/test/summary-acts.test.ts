import { receiveReportInput, draftReportInput, writeReportInput } from "@anji/reporting";
import { getReport } from "@anji/reporting/queries";
import { someSections } from "@anji/reporting/testing";
import { receiveReport, draftReport, writeReport } from "@anji/reporting/verbs";
import { beforeAll, expect, it } from "vitest";
import { at, command } from "@anji/figures/testing";
import { type ReportWorld, reportWorld, signed } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  world.moveTo("2009-09-10");
  await world.setPhase("summary");
});

it("a summary has one act that leads on: submitting, then receiving, and none once it is received", async () => {
  const { cityReviewer, provinceLeader } = world.people;
  const of = async (id: Awaited<ReturnType<typeof draftReport>>["id"], actor: typeof cityReviewer) =>
    (await getReport(world.ctxOf(actor), { id })).acts.filter((act) => act.isPrimary).map((act) => act.verb);
  const city = world.ctxOf(cityReviewer);
  const draft = await draftReport(
    city,
    draftReportInput.parse({
      ...command(),
      kind: "summary",
      month: null,
      campaignId: world.campaignId,
      unitCode: "130100",
    }),
  );
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([["submit"], []]);
  const written = await writeReport(city, writeReportInput.parse({ ...at(draft), narrative: someSections({}) }));
  const submitted = await signed(world, cityReviewer, written);
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([[], ["receive"]]);
  await receiveReport(world.ctxOf(provinceLeader), receiveReportInput.parse(at(submitted)));
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([[], []]);
});
