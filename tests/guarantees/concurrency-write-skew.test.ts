import { campaign } from "@anji/campaign/tables";
import { finding } from "@anji/findings/tables";
import { spotCheck } from "@anji/inspection/tables";
import { person as personTable } from "@anji/jurisdictions/tables";
import type { CampaignState } from "@anji/campaign";
import { addDays, dayOf, type Id, knownDay } from "@anji/kernel";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doneOf, people, person, race, rectifying, registration, settledAndProven, settlement } from "./races/stage.ts";
import { command, known, openScopeWorld, type ScopeWorld } from "./scope/world.ts";
import { checkResult } from "../support/leading-group.ts";

const ROUNDS = 5;
const TEXT = "核对无误，同意。";

let world: ScopeWorld;

beforeAll(async () => {
  world = await openScopeWorld();
});
afterAll(() => world.installation.end());

async function moveTo(phase: CampaignState): Promise<void> {
  const id = world.campaignId as Id<"campaign">; // the world's own
  await world.installation.under(known(world.actors, "130000"), (tx) =>
    tx.update(campaign).set({ phase }).where(eq(campaign.id, id)),
  );
}

async function rounds(body: () => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await body();
}

test("whoever reported a finding rectified never closes it, however the two acts meet", async () => {
  await moveTo("selfCheck");
  const registrar = await person(world, "130681", ["clerk", "reviewer"]);
  const [one, other] = await people(world, "130681", ["clerk", "reviewer"]);
  await rounds(async () => {
    const { id, version } = await settledAndProven(world, registrar);
    const report = { id, version, remark: TEXT };
    const close = { id, version: version + 1, remark: TEXT, checkedOnSite: true };
    const reported = [one, other].map(
      ({ call }) =>
        () =>
          call.findings.reportRectified({ ...command(), ...report }),
    );
    const closed = [one, other, registrar, one, other].map(
      ({ call }) =>
        () =>
          call.findings.close({ ...command(), ...close }),
    );
    const outcomes = await race([...reported, ...closed]);
    expect(doneOf(outcomes.slice(0, 2))).toBe(1);
    expect(doneOf(outcomes.slice(2))).toBeLessThanOrEqual(1);
    const [row] = await world.installation.under(registrar.actor, (tx) =>
      tx
        .select()
        .from(finding)
        .where(eq(finding.id, id as Id<"finding">)),
    );
    expect(row?.reportedBy).not.toBeNull();
    expect([row?.reportedBy, row?.registeredBy]).not.toContain(row?.closedBy);
  });
});

test("of what is outstanding nothing is settled twice", async () => {
  await moveTo("selfCheck");
  const [one, other] = await people(world, "130681", ["clerk", "reviewer"]);
  await rounds(async () => {
    const open = await rectifying(world, one);
    const outcomes = await race(
      [one, other, one, other].map(
        ({ call }) =>
          () =>
            call.findings.recordSettlement(settlement(open, "400")),
      ),
    );
    expect(doneOf(outcomes)).toBe(1);
    expect(await one.call.findings.get({ id: open.id })).toMatchObject({
      recoveredFen: "400",
      outstandingFen: "100",
      version: open.version + 1,
    });
  });
});

test("one command sent several times at once has one effect and one answer", async () => {
  await moveTo("selfCheck");
  const clerk = await person(world, "130681", ["clerk"]);
  await rounds(async () => {
    const input = registration(world);
    const outcomes = await race(Array.from({ length: 4 }, () => () => clerk.call.findings.register(input)));
    expect(doneOf(outcomes)).toBe(4);
    expect(outcomes).toEqual(outcomes.map(() => outcomes[0]));
  });
});

test("a waiver is decided once, by one of the two who could", async () => {
  const county = await person(world, "130681", ["leader"]);
  const [one, other] = await people(world, "130600", ["leader"]);
  let expiresOn = knownDay("2009-03-01");
  await rounds(async () => {
    // Each request reaches beyond the day of the one before.
    expiresOn = addDays(expiresOn, 1);
    const asked = {
      campaignId: world.campaignId,
      rule: "selfChecks.declarationsComplete",
      unitCode: "130681",
      kind: "delay" as const,
      reason: "账册送审计机关审查，取回后即补报自查结果",
      expiresOn,
    };
    const { id, version } = await county.call.campaign.waivers.request({ ...command(), ...asked });
    const outcomes = await race([
      () => one.call.campaign.waivers.approve({ ...command(), id, version, documentNo: TEXT }),
      () => other.call.campaign.waivers.reject({ ...command(), id, version, remark: TEXT }),
      () => other.call.campaign.waivers.approve({ ...command(), id, version, documentNo: TEXT }),
    ]);
    expect(doneOf(outcomes)).toBe(1);
  });
});

test("two administrators never end each other: one is left", async () => {
  await rounds(async () => {
    const pair = await people(world, "130721", ["administrator"]);
    const [one, other] = pair;
    const outcomes = await race([
      () => one.call.jurisdictions.people.deactivate({ ...command(), id: other.actor.personId, version: 1 }),
      () => other.call.jurisdictions.people.deactivate({ ...command(), id: one.actor.personId, version: 1 }),
      () =>
        other.call.jurisdictions.people.changeRoles({
          ...command(),
          id: one.actor.personId,
          version: 1,
          roles: ["clerk"],
        }),
    ]);
    expect(doneOf(outcomes)).toBe(1);
    const ids = pair.map(({ actor }) => actor.personId);
    const left = await world.installation.under(one.actor, (tx) =>
      tx
        .select({ roles: personTable.roles })
        .from(personTable)
        .where(and(inArray(personTable.id, ids), eq(personTable.isActive, true))),
    );
    expect(left.filter(({ roles }) => roles.includes("administrator"))).toHaveLength(1);
  });
});

test("a check is countersigned once, and never by the one who completed it", async () => {
  await moveTo("acceptance");
  const [one, other] = await people(world, "130600", ["inspector", "reviewer"]);
  const inspector = await person(world, "130600", ["inspector"]);
  await rounds(async () => {
    const { spotChecks: checks } = inspector.call.inspection;
    const plan = {
      campaignId: world.campaignId,
      level: "city" as const,
      unitCode: "130682",
      scheduledOn: "2009-05-12",
      inspectorIds: [inspector.actor.personId, one.actor.personId],
      followsId: null,
    };
    const planned = await checks.schedule({ ...command(), ...plan });
    const { id, version } = await checks.begin({ ...command(), id: planned.id, version: planned.version });
    const day = dayOf(world.installation.ctx.clock.now());
    const complete = { id, version, ...checkResult(day), remark: TEXT };
    const outcomes = await race([
      () => checks.complete({ ...command(), ...complete }),
      () => one.call.inspection.spotChecks.complete({ ...command(), ...complete }),
      ...[one, other, inspector, one, other].map(
        ({ call }) =>
          () =>
            call.inspection.spotChecks.countersign({ ...command(), id, version: version + 1 }),
      ),
    ]);
    expect(doneOf(outcomes.slice(0, 2))).toBe(1);
    await race(
      [one, other, inspector].map(
        ({ call }) =>
          () =>
            call.inspection.spotChecks.countersign({ ...command(), id, version: version + 1 }),
      ),
    );
    const [row] = await world.installation.under(inspector.actor, (tx) =>
      tx
        .select()
        .from(spotCheck)
        .where(eq(spotCheck.id, id as Id<"spotCheck">)),
    );
    expect(row).toMatchObject({ status: "countersigned", version: version + 2 });
    expect(row?.countersignedBy).not.toBe(row?.completedBy);
  });
});

test("a report is received or returned once, and drafted once", async () => {
  const [drafter, second] = await people(world, "130600", ["clerk", "reviewer"]);
  const [signer] = await people(world, "130600", ["leader"]);
  const [one, other] = await people(world, "130000", ["reviewer"]);
  const narrative = { situation: TEXT, practice: TEXT, problems: TEXT, handling: TEXT, suggestions: TEXT };
  world.installation.moveTo("2009-04-02");
  for (const month of ["2008-11", "2008-12", "2009-01", "2009-02", "2009-03"]) {
    const draft = { campaignId: world.campaignId, kind: "monthly" as const, unitCode: "130600", month };
    const drafts = await race(
      [drafter, second, drafter].map(
        ({ call }) =>
          () =>
            call.reporting.reports.draft({ ...command(), ...draft }),
      ),
    );
    expect(doneOf(drafts)).toBe(3);
    expect(drafts).toEqual(drafts.map(() => drafts[0]));
    const { reports } = drafter.call.reporting;
    const { id, version } = await reports.draft({ ...command(), ...draft });
    const written = await reports.write({ ...command(), id, version, narrative });
    const submitted = await signer.call.reporting.reports.submit({ ...command(), id, version: written.version });
    const outcomes = await race([
      () => one.call.reporting.reports.receive({ ...command(), id, version: submitted.version }),
      () => other.call.reporting.reports.receive({ ...command(), id, version: submitted.version }),
      () => other.call.reporting.reports.return({ ...command(), id, version: submitted.version, remark: TEXT }),
    ]);
    expect(doneOf(outcomes)).toBe(1);
    expect((await reports.get({ id })).version).toBe(submitted.version + 1);
  }
});
