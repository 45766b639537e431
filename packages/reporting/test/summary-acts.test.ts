import { acceptSummaryInput, draftSummaryInput, writeSummaryInput } from "@anji/reporting";
import { getSummary } from "@anji/reporting/queries";
import { someSections } from "@anji/reporting/testing";
import { acceptSummary, draftSummary, submitSummary, writeSummary } from "@anji/reporting/verbs";
import { beforeAll, expect, it } from "vitest";
import { at, command } from "@anji/figures/testing";
import { type ReportWorld, reportWorld } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
  world.moveTo("2009-09-10");
  await world.setPhase("summary");
});

it("a summary has one act that leads on: submitting, then accepting, and none once it is accepted", async () => {
  const { cityReviewer, provinceLeader } = world.people;
  const of = async (id: Awaited<ReturnType<typeof draftSummary>>["id"], actor: typeof cityReviewer) =>
    (await getSummary(world.ctxOf(actor), { id })).acts.filter((act) => act.isPrimary).map((act) => act.verb);
  const city = world.ctxOf(cityReviewer);
  const draft = await draftSummary(
    city,
    draftSummaryInput.parse({ ...command(), campaignId: world.campaignId, unitCode: "130100" }),
  );
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([["submit"], []]);
  const written = await writeSummary(city, writeSummaryInput.parse({ ...at(draft), sections: someSections({}) }));
  const submitted = await submitSummary(city, at(written));
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([[], ["accept"]]);
  await acceptSummary(world.ctxOf(provinceLeader), acceptSummaryInput.parse(at(submitted)));
  expect([await of(draft.id, cityReviewer), await of(draft.id, provinceLeader)]).toEqual([[], []]);
});
