import { auditOf } from "@anji/database/testing";
import { type Actor, type Id } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { returnImplementingPlanInput } from "../src/index.ts";
import { listImplementingPlans, myOrganisationWork } from "../src/queries/index.ts";
import {
  acceptImplementingPlan,
  fileImplementingPlan,
  issueImplementingPlan,
  receiveImplementingPlan,
  returnImplementingPlan,
  reviseImplementingPlan,
} from "../src/verbs/index.ts";
import { planFields, upload } from "./papers.ts";
import { organisationRoom, type OrganisationRoom } from "./room.ts";

let room: OrganisationRoom;
let campaignId: Id<"campaign">;
let reviewer: Actor;

beforeAll(async () => {
  room = await organisationRoom("2008-08-01");
  campaignId = await room.open("small-2008");
  reviewer = await room.person("130000", "clerk", "reviewer");
});
afterAll(() => room.end());

type Plan = { id: Id<"implementingPlan">; version: number };

async function filed(actor: Actor): Promise<Plan> {
  const plan = planFields(await upload(room, actor));
  const input = { commandId: crypto.randomUUID(), campaignId, unitCode: actor.unitCode, ...plan };
  return fileImplementingPlan(room.ctxOf(actor), input);
}

function on({ id, version }: Plan) {
  return { commandId: crypto.randomUUID(), id, version };
}

const remark = "分工部分未写明医保责任";

describe("a city's plan", () => {
  it("is accepted by the province's office once, and leaves one audit row", async () => {
    const plan = await filed(await room.person("130100", "clerk"));
    const input = { ...on(plan), remark: "" };
    await acceptImplementingPlan(room.ctxOf(reviewer), input);
    expect(await auditOf(room, { provincePath: "13", commandId: input.commandId })).toMatchObject([
      { verb: "organisation.acceptImplementingPlan", subjectId: plan.id },
    ]);
    await expectRefused(
      acceptImplementingPlan(room.ctxOf(reviewer), { ...on(plan), remark }),
      "organisation.planDecided",
    );
    await expectRefused(
      returnImplementingPlan(room.ctxOf(reviewer), { ...on(plan), remark }),
      "organisation.planDecided",
    );
  });

  it("is returned with what is missing; the city's next version waits once more, and the old one is closed", async () => {
    const clerk = await room.person("130200", "clerk");
    const plan = await filed(clerk);
    expect(returnImplementingPlanInput.safeParse({ ...on(plan), remark: "改" }).success).toBe(false);
    await returnImplementingPlan(room.ctxOf(reviewer), { ...on(plan), remark });
    const waiting = await myOrganisationWork(room.ctxOf(clerk), { campaignId });
    expect(waiting.find((one) => one.subject.id === plan.id)).toMatchObject({
      verb: "organisation.reviseImplementingPlan",
      isReturned: true,
      lastRemark: { text: remark },
    });
    const fields = planFields(await upload(room, clerk));
    const next = await reviseImplementingPlan(room.ctxOf(clerk), { ...on(plan), ...fields, reason: remark });
    await expectRefused(
      acceptImplementingPlan(room.ctxOf(reviewer), { ...on(plan), remark }),
      "organisation.planReplaced",
    );
    const toAccept = await myOrganisationWork(room.ctxOf(reviewer), { campaignId });
    expect(toAccept.map((one) => [one.verb, one.subject.id])).toContainEqual([
      "organisation.acceptImplementingPlan",
      next.id,
    ]);
    await acceptImplementingPlan(room.ctxOf(reviewer), { ...on(next), remark: "" });
  });

  it("is accepted by nobody below the province, by no clerk, and never by the person who filed it", async () => {
    const mover = await room.person("130300", "clerk");
    const plan = await filed(mover);
    const accept = (actor: Actor) => acceptImplementingPlan(room.ctxOf(actor), { ...on(plan), remark: "" });
    await expectRefused(accept(await room.person("130300", "reviewer")), "kernel.levelMayNot");
    await expectRefused(accept(room.clerk), "kernel.roleMayNot");
    await expectRefused(accept({ ...reviewer, personId: mover.personId }), "organisation.planDecidedByOther");
    const stale = acceptImplementingPlan(room.ctxOf(reviewer), { ...on({ ...plan, version: 2 }), remark: "" });
    expect(await refusalOf(stale)).toMatchObject({ code: "stale", current: { version: 1 } });
    const ofCounty = await filed(await room.person("130102", "clerk"));
    await expectRefused(
      acceptImplementingPlan(room.ctxOf(reviewer), { ...on(ofCounty), remark: "" }),
      "organisation.planOfCity",
    );
  });
});

describe("the province's plan", () => {
  it("is issued by another person than its author, and each city signs for it once", async () => {
    const plan = await filed(reviewer);
    const city = room.ctxOf(await room.person("130400", "clerk"));
    await expectRefused(receiveImplementingPlan(city, on(plan)), "organisation.planNotIssued");
    await expectRefused(issueImplementingPlan(room.ctxOf(reviewer), on(plan)), "organisation.planDecidedByOther");
    await issueImplementingPlan(room.ctxOf(room.leader), on(plan));
    await expectRefused(
      acceptImplementingPlan(room.ctxOf(room.leader), { ...on(plan), remark }),
      "organisation.planOfCity",
    );
    const waiting = await myOrganisationWork(city, { campaignId });
    expect(waiting.map((one) => [one.verb, one.subject.id])).toEqual([
      ["organisation.receiveImplementingPlan", plan.id],
    ]);
    await receiveImplementingPlan(city, on(plan));
    await expectRefused(receiveImplementingPlan(city, on(plan)), "organisation.planReceived");
    const { items } = await listImplementingPlans(room.ctxOf(room.leader), { campaignId });
    expect(items.find((one) => one.id === plan.id)).toMatchObject({
      decision: { decision: "issued" },
      receipts: [{ unitCode: "130400" }],
    });
    const seen = await listImplementingPlans(city, { campaignId });
    expect(seen.items.map((one) => one.unitCode)).toEqual(["130000"]);
  });

  it("is what a city signs for, and a city issues nothing", async () => {
    const clerk = await room.person("130500", "clerk", "leader");
    const plan = await filed(clerk);
    await expectRefused(receiveImplementingPlan(room.ctxOf(clerk), on(plan)), "organisation.planOfProvince");
    await expectRefused(issueImplementingPlan(room.ctxOf(clerk), on(plan)), "kernel.levelMayNot");
    await expectRefused(issueImplementingPlan(room.ctxOf(room.leader), on(plan)), "organisation.planOfProvince");
  });

  it("a new version is not issued by the old issue, and none of it is open after the end", async () => {
    const other = await room.open("other-2008");
    const plan = planFields(await upload(room, reviewer));
    const input = { commandId: crypto.randomUUID(), campaignId: other, unitCode: "130000", ...plan };
    const first = await fileImplementingPlan(room.ctxOf(reviewer), input);
    await issueImplementingPlan(room.ctxOf(room.leader), on(first));
    const fields = planFields(await upload(room, reviewer));
    const next = await reviseImplementingPlan(room.ctxOf(reviewer), { ...on(first), ...fields, reason: remark });
    const city = room.ctxOf(await room.person("130600", "clerk"));
    await expectRefused(receiveImplementingPlan(city, on(first)), "organisation.planReplaced");
    await room.close(other);
    await expectRefused(issueImplementingPlan(room.ctxOf(room.leader), on(next)), "campaign.alreadyEnded");
  });
});
