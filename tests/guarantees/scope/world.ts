import { randomUUID } from "node:crypto";
import { appRouter, ruleBook } from "@anji/api";
import { campaign } from "@anji/campaign/tables";
import { planTemplates } from "@anji/campaign/queries";
import type { CampaignState } from "@anji/campaign";
import { storeFile } from "@anji/database";
import type { TestInstallation } from "@anji/database/testing";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { aPerson, peopledInstallation } from "@anji/jurisdictions/testing";
import { type Actor, type Id, idOf, newId, type Role } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { eq } from "drizzle-orm";
import { completeGroup, planSections } from "../../support/leading-group.ts";

/** Six places in the tree: the province, two cities, two counties of the first and one of the second. */
export const AREAS = ["130000", "130600", "130700", "130681", "130682", "130721"] as const;
export type AreaCode = (typeof AREAS)[number];

const STARTS_AT = "2008-10-10";
const HUMAN_ROLES: Role[] = ["clerk", "reviewer", "inspector", "leader", "administrator"];

/** The content of one area: ids of things its own people made there, or null where such a thing cannot exist. */
export type Things = {
  person: string;
  file: string;
  finding: string;
  declaration: string | null;
  group: string;
  plan: string;
  waiver: string | null;
  check: string | null;
  cutOff: string | null;
  monthly: string | null;
  summary: string | null;
  job: string | null;
  import: string;
};

export type ScopeWorld = {
  installation: TestInstallation;
  campaignId: string;
  actors: ReadonlyMap<string, Actor>;
  things: ReadonlyMap<AreaCode, Things>;
};

export type Caller = ReturnType<typeof appRouter.createCaller>;

export function command(): { commandId: string } {
  return { commandId: randomUUID() };
}

/** The word in all texts of an area. An answer is searched for the words of other areas. */
export function marker(area: AreaCode): string {
  return `印记${area}`;
}

export async function openScopeWorld(): Promise<ScopeWorld> {
  const { appUrl } = await testDatabase();
  const installation = await peopledInstallation({ appUrl, rules: ruleBook, locale: "zh-CN", startsAt: STARTS_AT });
  const actors = new Map<string, Actor>();
  for (const area of AREAS) actors.set(area, await installation.person(area, ...HUMAN_ROLES));
  actors.set("observer", await installation.person("130700", "observer"));
  actors.set("worker", await installation.person("130700", "worker"));
  const callerOf = (name: string) => appRouter.createCaller(installation.ctxOf(known(actors, name)));
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no plan");
  const { id: campaignId } = await callerOf("130000").campaign.create({ ...command(), plan });
  const moveTo = (phase: CampaignState) => setPhase(installation, known(actors, "130000"), campaignId, phase);
  const things = new Map<AreaCode, Things>();
  for (const area of AREAS)
    things.set(area, await furnish({ installation, actors, campaignId, moveTo, callerOf, area }));
  return { installation, campaignId, actors, things };
}

/** The answer of one department of an area, at the one place where its finding lies. */
function answerOf({ area, campaignId }: Furnishing, findingId: string) {
  const cell = { fundLine: "unemployment", category: "B", reason: null, findings: [findingId] };
  return {
    ...command(),
    campaignId,
    unitCode: area,
    declarant: "labour-security",
    version: null,
    searched: marker(area),
    cells: [{ ...cell, answer: "found" as const }],
  };
}

type Furnishing = {
  installation: TestInstallation;
  actors: ReadonlyMap<string, Actor>;
  campaignId: string;
  area: AreaCode;
  moveTo(phase: CampaignState): Promise<void>;
  callerOf(name: string): Caller;
};

async function furnish(place: Furnishing): Promise<Things> {
  const { area, campaignId, callerOf } = place;
  const call = callerOf(area);
  const mark = marker(area);
  const isCity = area === "130600" || area === "130700";
  await place.moveTo("selfCheck");
  const level = area === "130000" ? "province" : isCity ? "city" : "county";
  const finding = await call.findings.register({
    ...command(),
    campaignId,
    unitCode: area,
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007-05", precision: "month" },
    discoveredOn: "2008-09-20",
    summary: mark,
    description: mark,
    foundFen: "100000",
    origin: "selfCheck",
    responsibleUnit: mark,
    responsibleLevel: level,
    responsiblePerson: mark,
  });
  const declaration = area === "130000" ? null : await call.selfChecks.answer(answerOf(place, finding.id));
  const group = await call.organisation.leadingGroups.establish({
    ...command(),
    campaignId,
    unitCode: area,
    establishedOn: "2008-07-20",
    documentNo: mark,
    ...completeGroup(area, mark),
  });
  const file = await storeMarked(place, mark);
  const plan = await call.organisation.implementingPlans.file({
    ...command(),
    campaignId,
    unitCode: area,
    title: mark,
    documentNo: mark,
    filedOn: "2008-07-21",
    ...planSections(mark),
    fileId: file,
  });
  const waiver =
    area === "130000"
      ? null
      : await call.campaign.waivers.request({
          ...command(),
          campaignId,
          rule: "findings.findingsClosedOrPlanned",
          unitCode: area,
          kind: "delay",
          reason: `${mark}账册送审计机关审查，取回后即补办`,
          expiresOn: "2009-03-01",
        });
  const reports = isCity ? await cityReports(place) : { cutOff: null, monthly: null, summary: null, job: null };
  return {
    person: known(place.actors, area).personId,
    file,
    finding: finding.id,
    declaration: declaration?.id ?? null,
    group: group.id,
    plan: plan.id,
    waiver: waiver?.id ?? null,
    check: await plannedCheck(place),
    import: await importOf(place, file),
    ...reports,
  };
}

/** An import that has run, so that following it ends at once. */
async function importOf(place: Furnishing, fileId: string): Promise<string> {
  const actor = known(place.actors, place.area);
  const id = newId<"ledgerImport">(new Date());
  await place.installation.under(actor, (tx) =>
    tx.insert(ledgerImport).values({
      id,
      campaignId: idOf("campaign").parse(place.campaignId),
      regionPath: actor.path,
      fileId: idOf("file").parse(fileId),
      onConflict: "stop",
      status: "refused",
      messageRule: "kernel.invalidInput",
      messageParams: { mark: marker(place.area) },
      done: 0,
      total: 0,
      created: 0,
      updated: 0,
      skipped: 0,
      failed: 0,
      requestedBy: actor.personId,
      requestedAt: new Date(),
    }),
  );
  return id;
}

async function storeMarked(place: Furnishing, mark: string): Promise<string> {
  const ctx = place.installation.ctxOf(known(place.actors, place.area));
  async function* content() {
    yield new TextEncoder().encode(mark);
  }
  const stored = await ctx.files.put(content(), { maximumBytes: 1000 });
  return (await storeFile(ctx, { ...command(), ...stored, name: `${mark}.txt`, mediaType: "text/plain" })).fileId;
}

/** A county is checked by its city, a city by the province. */
async function plannedCheck(place: Furnishing): Promise<string | null> {
  const { area } = place;
  if (area === "130000") return null;
  await place.moveTo("acceptance");
  const isCity = area.endsWith("00");
  const byWhom = isCity ? "130000" : `${area.slice(0, 4)}00`;
  const check = await place.callerOf(byWhom).inspection.spotChecks.schedule({
    ...command(),
    campaignId: place.campaignId,
    level: isCity ? "province" : "city",
    unitCode: area,
    scheduledOn: "2009-05-10",
    inspectorIds: await inspectorsOf(place, byWhom),
    followsId: null,
  });
  return check.id;
}

/** Two accounts of the unit that checks: its own person of every role, and one more. */
async function inspectorsOf(place: Furnishing, unitCode: string): Promise<string[]> {
  const second = await aPerson(place.installation, { unitCode, roles: ["inspector"], name: `${marker(place.area)}乙` });
  return [known(place.actors, unitCode).personId, second.personId];
}

async function cityReports(place: Furnishing): Promise<Pick<Things, "cutOff" | "monthly" | "summary" | "job">> {
  const { area, campaignId } = place;
  const call = place.callerOf(area);
  const mark = marker(area);
  // A report goes up after its month.
  place.installation.moveTo("2008-11-04");
  const monthly = await call.reporting.reports.draft({
    ...command(),
    campaignId,
    kind: "monthly",
    unitCode: area,
    month: "2008-10",
  });
  const narrative = { situation: mark, practice: mark, problems: mark, handling: mark, suggestions: mark };
  const written = await call.reporting.reports.write({
    ...command(),
    id: monthly.id,
    version: monthly.version,
    narrative,
  });
  const signer = appRouter.createCaller(
    place.installation.ctxOf(await aPerson(place.installation, { unitCode: area, roles: ["leader"] })),
  );
  await signer.reporting.reports.submit({ ...command(), id: monthly.id, version: written.version });
  const { cutOffId, rendering } = await call.reporting.reports.get({ id: monthly.id });
  place.installation.moveTo(STARTS_AT);
  await place.moveTo("summary");
  const summary = await call.reporting.reports.draft({
    ...command(),
    campaignId,
    kind: "summary",
    unitCode: area,
    month: null,
  });
  return { cutOff: cutOffId, monthly: monthly.id, summary: summary.id, job: rendering?.jobId ?? null };
}

async function setPhase(installation: TestInstallation, actor: Actor, id: string, phase: CampaignState): Promise<void> {
  await installation.under(actor, (tx) =>
    tx
      .update(campaign)
      .set({ phase })
      .where(eq(campaign.id, id as Id<"campaign">)),
  );
}

export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the world has no ${key}`);
  return value;
}
