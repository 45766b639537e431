import { appRouter } from "@anji/api";
import { planTemplates } from "@anji/campaign/queries";
import { type CampaignState, evidenceFor } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import { storeFile } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { everyFinding, getFindingInput } from "@anji/findings";
import { getFinding } from "@anji/findings/queries";
import { actorOf } from "@anji/jurisdictions/queries";
import { person as personTable } from "@anji/jurisdictions/tables";
import { aPerson } from "@anji/jurisdictions/testing";
import { type Actor, dayOf, type Id, type Role } from "@anji/kernel";
import { report as reportTable } from "@anji/reporting/tables";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { command, known, type ScopeWorld, type Things } from "../scope/world.ts";
import type { Recorder } from "./recorded-acts.ts";
import { checkResult, completeGroup, planSections } from "../../support/leading-group.ts";

const TEXT = "核对无误，同意。";
const NARRATIVE = { situation: TEXT, practice: TEXT, problems: TEXT, handling: TEXT, suggestions: TEXT };
const SECTIONS = { situation: TEXT, practice: TEXT, problems: TEXT, results: TEXT, appraisal: TEXT, suggestions: TEXT };

const row = z.looseObject({ id: z.uuid(), version: z.int() });
const unitRow = z.looseObject({ code: z.string(), version: z.int() });
const claimed = z.looseObject({ jobId: z.uuid(), attempt: z.int() });
const signable = z.looseObject({ rowsHash: z.string() });
const file = z.looseObject({ fileId: z.uuid() });

type Stage = { world: ScopeWorld; recorder: Recorder; province: Actor; city: Actor; county: Actor; campaignId: string };

/** Every act of the product, done once by the right people. */
export async function playEveryAct(world: ScopeWorld, recorder: Recorder): Promise<void> {
  const actor = (name: string) => known(world.actors, name);
  const stage: Stage = {
    world,
    recorder,
    province: actor("130000"),
    city: actor("130600"),
    county: actor("130681"),
    campaignId: world.campaignId,
  };
  await administer(stage);
  await deploy(stage);
  await rectify(stage);
  await exchangeSheets(stage);
  await report(stage);
  await check(stage);
  await sumUp(stage);
}

function at(answer: unknown): { id: string; version: number } {
  const { id, version } = row.parse(answer);
  return { id, version };
}

function person(stage: Stage, unitCode: string, roles: Role[]): Promise<Actor> {
  return aPerson(stage.world.installation, { unitCode, roles });
}

async function moveTo(stage: Stage, phase: CampaignState): Promise<void> {
  const id = stage.campaignId as Id<"campaign">; // the world's own
  await stage.world.installation.under(stage.province, (tx) =>
    tx.update(campaign).set({ phase }).where(eq(campaign.id, id)),
  );
}

async function stored(stage: Stage, actor: Actor, name: string): Promise<string> {
  const ctx = stage.world.installation.ctxOf(actor);
  async function* content() {
    yield new TextEncoder().encode(name);
  }
  const kept = await ctx.files.put(content(), { maximumBytes: 1000 });
  return (await storeFile(ctx, { ...command(), ...kept, name, mediaType: "text/plain" })).fileId;
}

async function administer(stage: Stage): Promise<void> {
  const { province, recorder } = stage;
  const account = {
    name: "新人",
    username: "new.person",
    password: "secret-2008-pass",
    unitCode: "130600",
    department: null,
    roles: ["clerk"],
  };
  const added = await recorder.act("jurisdictions.people.add", province, account);
  const changed = await recorder.act("jurisdictions.people.changeRoles", province, {
    ...at(added),
    roles: ["reviewer"],
  });
  const reset = await recorder.act("jurisdictions.people.resetPassword", province, {
    ...at(changed),
    password: "secret-2008-pass-once",
  });
  const closed = await recorder.act("jurisdictions.people.deactivate", province, at(reset));
  await recorder.act("jurisdictions.people.reactivate", province, {
    ...at(closed),
    password: "secret-2008-pass-twice",
  });
  const newcomer = await newcomerOf(stage, at(added));
  await recorder.act("jurisdictions.people.changeOwnPassword", newcomer, {
    currentPassword: "secret-2008-pass-twice",
    newPassword: "secret-2008-pass-own",
  });
  await recorder.act("jurisdictions.people.issueServiceKey", province, {
    unitCode: "130000",
    name: "统计服务",
    role: "observer",
  });
  const zone = await recorder.act("jurisdictions.units.addCustom", province, {
    parentCode: "130600",
    name: "开发区",
    kind: "开发区",
    reason: TEXT,
  });
  const second = await person(stage, "130000", ["administrator"]);
  const confirmed = await recorder.act("jurisdictions.units.confirm", second, unitAt(zone));
  await recorder.act("jurisdictions.units.retire", second, {
    ...unitAt(confirmed),
    retiredOn: "2009-12-01",
    mergedInto: null,
    reason: TEXT,
  });
  await recorder.act("jurisdictions.units.addAgency", province, { parentCode: "130681", name: "社保中心" });
  await stage.world.installation.under(province, (tx) =>
    tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs: 0 }),
  );
  await recorder.act("campaign.clock.move", province, { to: "2008-10-12" });
  const [plan] = planTemplates().items;
  await recorder.act("campaign.create", province, { plan: { ...plan, key: "another-2008" } });
}

function unitAt(answer: unknown): { code: string; version: number } {
  const { code, version } = unitRow.parse(answer);
  return { code, version };
}

/** The added person as a signed-in actor. */
async function newcomerOf(stage: Stage, added: { id: string }): Promise<Actor> {
  const rows = await stage.world.installation.under(stage.province, (tx) => tx.select().from(personTable));
  const account = rows.find((one) => one.id === added.id)?.authUserId ?? "";
  const actor = await actorOf(stage.world.installation.connection.db, account);
  if (actor === null) throw new Error("nobody was added");
  return actor;
}

/** 部署启动, until it is signed into 自查自纠. */
async function deploy(stage: Stage): Promise<void> {
  const { recorder, campaignId, province, city, county } = stage;
  await moveTo(stage, "deployment");
  const asked = {
    campaignId,
    rule: "findings.findingsClassified",
    unitCode: "130681",
    kind: "delay",
    reason: "账册送审计机关审查，三月前取回后逐项定性",
    expiresOn: "2009-03-01",
  };
  await recorder.act("campaign.waivers.approve", city, {
    ...at(await recorder.act("campaign.waivers.request", county, asked)),
    documentNo: TEXT,
  });
  const rejected = await recorder.act("campaign.waivers.reject", city, {
    ...at(await recorder.act("campaign.waivers.request", county, { ...asked, expiresOn: "2009-03-31" })),
    remark: TEXT,
  });
  await recorder.act("campaign.waivers.acknowledge", county, at(rejected));
  const office = await person(stage, "130000", ["reviewer"]);
  const furnished: ReadonlyMap<string, Things> = stage.world.things;
  const stated = (actor: Actor) => plannedBy(stage, actor);
  const ofProvince = await person(stage, "130000", ["clerk"]);
  const provincial = await recorder.act("organisation.implementingPlans.revise", ofProvince, {
    ...at({ id: furnished.get("130000")?.plan, version: 1 }),
    ...(await stated(ofProvince)),
    reason: TEXT,
  });
  await recorder.act("organisation.implementingPlans.issue", office, at(provincial));
  for (const unitCode of CITIES) {
    const clerk = await person(stage, unitCode, ["clerk"]);
    const isFurnished = furnished.has(unitCode);
    await recorder.act("organisation.implementingPlans.receive", clerk, at(provincial));
    if (!isFurnished) {
      const founded = { campaignId, unitCode, establishedOn: "2008-07-20", documentNo: TEXT };
      const group = await recorder.act("organisation.leadingGroups.establish", clerk, {
        ...founded,
        ...completeGroup(unitCode, "某"),
      });
      if (unitCode === "130100")
        await recorder.act("organisation.leadingGroups.changeMembers", clerk, {
          ...at(group),
          changedOn: "2008-07-25",
          ...completeGroup(unitCode, "另一"),
        });
    }
    const filed = isFurnished
      ? { id: furnished.get(unitCode)?.plan, version: 1 }
      : await recorder.act("organisation.implementingPlans.file", clerk, {
          campaignId,
          unitCode,
          ...(await stated(clerk)),
        });
    if (unitCode !== "130100") {
      await recorder.act("organisation.implementingPlans.accept", office, { ...at(filed), remark: "" });
      continue;
    }
    await recorder.act("organisation.implementingPlans.return", office, { ...at(filed), remark: TEXT });
    const revised = await recorder.act("organisation.implementingPlans.revise", clerk, {
      ...at(filed),
      ...(await stated(clerk)),
      tasks: "任务已按省里要求细化，逐项分解到部门。",
      reason: TEXT,
    });
    await recorder.act("organisation.implementingPlans.accept", office, { ...at(revised), remark: "" });
  }
  await recorder.act("campaign.advance", province, {
    campaignId,
    version: 1,
    to: "selfCheck",
    documentNo: TEXT,
    remark: "",
  });
}

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

async function plannedBy(stage: Stage, actor: Actor) {
  return {
    title: "专项治理实施方案",
    documentNo: TEXT,
    filedOn: "2008-07-21",
    ...planSections(""),
    fileId: await stored(stage, actor, "plan"),
  };
}

/** One finding from its entry to 已销号, with every possible return. */
async function rectify(stage: Stage): Promise<void> {
  const { recorder, campaignId, city, county } = stage;
  const facts = {
    campaignId,
    unitCode: "130681",
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: "2008-09-21",
  };
  const words = {
    summary: "一个问题",
    description: "",
    foundFen: "500",
    origin: "selfCheck",
    responsibleUnit: "某局",
    responsibleLevel: "county",
    responsiblePerson: null,
  };
  const registered = await recorder.act("findings.register", county, { ...facts, ...words });
  const returned = await recorder.act("findings.returnRegistration", city, { ...at(registered), remark: TEXT });
  const amended = await recorder.act("findings.amend", county, {
    ...at(returned),
    changes: { summary: "同一问题" },
    reason: TEXT,
  });
  const opinion = {
    nature: "breach",
    responsibleUnit: "某局",
    responsibleLevel: "county",
    responsiblePerson: null,
    handlingOpinion: TEXT,
    means: ["economic"],
  };
  const classified = await recorder.act("findings.classify", county, { ...at(amended), ...opinion });
  const plan = {
    rectificationKind: "staged",
    measures: TEXT,
    department: "科",
    responsiblePerson: "某",
    dueOn: "2009-03-01",
  };
  const planned = await recorder.act("findings.planRectification", county, { ...at(classified), ...plan });
  const money = {
    lineNo: 1,
    channel: "recovered",
    amountFen: "500",
    settledOn: "2008-10-01",
    voucherNo: "凭1",
    note: "",
  };
  const bounced = await recorder.act("findings.recordSettlement", county, { ...at(planned), ...money });
  const { id } = at(bounced);
  const asked = getFindingInput.parse({ id });
  const [payment] = (await getFinding(stage.world.installation.ctxOf(county), asked)).settlements;
  const back = { settlementId: payment?.id, settledOn: "2008-10-02", note: TEXT };
  const reversed = await recorder.act("findings.reverseSettlement", county, { ...at(bounced), ...back });
  let current = await recorder.act("findings.recordSettlement", county, { ...at(reversed), ...money });
  const [campaignPlan] = planTemplates().items;
  for (const { code } of campaignPlan === undefined ? [] : evidenceFor(campaignPlan, "B2")) {
    const document = { fileId: await stored(stage, county, code), name: "证明", kind: code, eventOn: "2008-10-01" };
    current = await recorder.act("findings.attachEvidence", county, { ...at(current), ...document });
  }
  current = await recorder.act("findings.reportRectified", county, { ...at(current), remark: TEXT });
  current = await recorder.act("findings.returnRectification", city, { ...at(current), remark: TEXT });
  current = await recorder.act("findings.reportRectified", county, { ...at(current), remark: TEXT });
  await recorder.act("findings.close", city, { ...at(current), remark: TEXT, checkedOnSite: true });
  await declare(stage, "130602");
}

/** 自查结果: each department answers and signs, the first after a return; then the unit signs the whole. */
async function declare(stage: Stage, unitCode: string): Promise<void> {
  const { recorder, campaignId } = stage;
  const clerk = await person(stage, unitCode, ["clerk"]);
  const reviewer = await person(stage, unitCode, ["reviewer"]);
  const matrix = () =>
    appRouter.createCaller(stage.world.installation.ctxOf(reviewer)).selfChecks.matrix({ campaignId, unitCode });
  const { declarants } = await matrix();
  for (const [place, { code: declarant, cells }] of declarants.entries()) {
    const nothing = cells.map(({ fundLine, category }) => ({ fundLine, category, answer: "nothing", reason: null }));
    const said = {
      campaignId,
      unitCode,
      declarant,
      searched: "3人查2006年至2008年凭证",
      cells: withoutFindings(nothing),
    };
    let answered = await recorder.act("selfChecks.answer", clerk, { ...said, version: null });
    if (place === 0) {
      const returned = await recorder.act("selfChecks.returnDeclaration", reviewer, { ...at(answered), remark: TEXT });
      answered = await recorder.act("selfChecks.answer", clerk, { ...said, version: at(returned).version });
    }
    const { rowsHash } = signable.parse(answered);
    await recorder.act("selfChecks.signDeclaration", reviewer, { ...at(answered), head: "某局长", rowsHash });
  }
  const { partsHash } = await matrix();
  const whole = { campaignId, unitCode, version: null, head: "某县长", partsHash };
  await recorder.act("selfChecks.signUnit", reviewer, whole);
}

function withoutFindings<Cell extends object>(cells: readonly Cell[]): (Cell & { findings: never[] })[] {
  return cells.map((cell) => ({ ...cell, findings: [] }));
}

async function exchangeSheets(stage: Stage): Promise<void> {
  const { recorder, campaignId, county } = stage;
  await recorder.act("ledgerSheet.template", county, { campaignId });
  const exported = await recorder.act("ledgerSheet.export", county, {
    campaignId,
    filter: everyFinding(null),
    sort: { by: "number", direction: "asc" },
  });
  const { fileId } = file.parse(exported);
  await recorder.act("ledgerSheet.annotated", county, { campaignId, fileId });
  await recorder.act("ledgerSheet.startImport", county, { campaignId, fileId, onConflict: "skip" });
}

/** 月报, submitted twice, with files made by a worker; and the nil report of another city. */
async function report(stage: Stage): Promise<void> {
  const { recorder, campaignId, province, city } = stage;
  stage.world.installation.moveTo("2008-12-02");
  const month = "2008-11";
  const nilClerk = await person(stage, "130100", ["clerk"]);
  const nil = await recorder.act("reporting.reports.draft", nilClerk, {
    campaignId,
    kind: "monthly",
    unitCode: "130100",
    month,
  });
  await recorder.act("reporting.reports.declareNil", nilClerk, { ...at(nil), statement: TEXT });
  const drafted = await recorder.act("reporting.reports.draft", city, {
    campaignId,
    kind: "monthly",
    unitCode: "130600",
    month,
  });
  const refrozen = await recorder.act("reporting.reports.refreeze", city, at(drafted));
  const written = await recorder.act("reporting.reports.write", city, { ...at(refrozen), narrative: NARRATIVE });
  const signer = await person(stage, "130600", ["leader"]);
  const submitted = await recorder.act("reporting.reports.submit", signer, at(written));
  const returned = await recorder.act("reporting.reports.return", province, { ...at(submitted), remark: TEXT });
  const again = await recorder.act("reporting.reports.submit", signer, at(returned));
  const rendered = await renderAsWorker(stage, again);
  await recorder.act("reporting.reports.receive", province, at(rendered));
}

async function renderAsWorker(stage: Stage, submitted: unknown): Promise<unknown> {
  const { recorder, city } = stage;
  const worker = await person(stage, "130000", ["worker"]);
  const wanted = { workerName: "一号机", kinds: ["renderReport" as const] };
  const older = claimed.parse(await recorder.act("jobs.claim", worker, wanted));
  await recorder.act("jobs.fail", worker, {
    jobId: older.jobId,
    attempt: older.attempt,
    isRefusal: true,
    message: TEXT,
  });
  const { jobs } = appRouter.createCaller(stage.world.installation.ctxOf(worker));
  while ((await jobs.claim({ ...command(), ...wanted })) !== null) continue;
  const { id } = at(await recorder.act("reporting.reports.render", city, at(submitted)));
  const { jobId, attempt } = claimed.parse(await recorder.act("jobs.claim", worker, wanted));
  const files = { docxFileId: await stored(stage, worker, "docx"), xlsxFileId: await stored(stage, worker, "xlsx") };
  const attached = await recorder.act("reporting.reports.attachRendering", worker, { id, jobId, ...files });
  await recorder.act("jobs.complete", worker, { jobId, attempt, result: { fileIds: [files.docxFileId] } });
  return attached;
}

async function renderedSummary(stage: Stage, submitted: unknown): Promise<unknown> {
  const { recorder, city } = stage;
  const worker = await person(stage, "130000", ["worker"]);
  const { id } = at(await recorder.act("reporting.reports.render", city, at(submitted)));
  const wanted = { workerName: "一号机", kinds: ["renderReport" as const] };
  const older = claimed.parse(await recorder.act("jobs.claim", worker, wanted));
  await recorder.act("jobs.fail", worker, {
    jobId: older.jobId,
    attempt: older.attempt,
    isRefusal: true,
    message: TEXT,
  });
  const { jobs } = appRouter.createCaller(stage.world.installation.ctxOf(worker));
  let last = older.jobId;
  for (
    let next = await jobs.claim({ ...command(), ...wanted });
    next !== null;
    next = await jobs.claim({ ...command(), ...wanted })
  )
    last = next.jobId;
  return recorder.act("reporting.reports.attachRendering", worker, {
    id,
    jobId: last,
    docxFileId: await stored(stage, worker, "docx"),
    xlsxFileId: null,
  });
}

/** 检查验收: one check, returned once and then countersigned; another one cancelled. */
async function check(stage: Stage): Promise<void> {
  const { recorder, campaignId, city } = stage;
  await moveTo(stage, "acceptance");
  const second = await person(stage, "130600", ["reviewer"]);
  const other = await person(stage, "130600", ["inspector"]);
  const day = dayOf(stage.world.installation.ctx.clock.now());
  const planned = await recorder.act("inspection.spotChecks.schedule", city, {
    campaignId,
    level: "city",
    unitCode: "130682",
    scheduledOn: "2009-05-12",
    inspectorIds: [city.personId, other.personId],
    followsId: null,
  });
  const begun = await recorder.act("inspection.spotChecks.begin", city, at(planned));
  const result = { ...checkResult(day), remark: TEXT };
  const returned = await recorder.act("inspection.spotChecks.return", second, {
    ...at(await recorder.act("inspection.spotChecks.complete", city, { ...at(begun), ...result })),
    remark: TEXT,
  });
  const completed = await recorder.act("inspection.spotChecks.complete", city, { ...at(returned), ...result });
  await recorder.act("inspection.spotChecks.countersign", second, at(completed));
  const mistaken = await recorder.act("inspection.spotChecks.schedule", city, {
    campaignId,
    level: "city",
    unitCode: "130682",
    scheduledOn: "2009-05-12",
    inspectorIds: [city.personId, other.personId],
    followsId: null,
  });
  await recorder.act("inspection.spotChecks.cancel", city, { ...at(mistaken), reason: TEXT });
}

/** 总结报告 */
async function sumUp(stage: Stage): Promise<void> {
  const { recorder, campaignId, province, city } = stage;
  await moveTo(stage, "summary");
  const drafted = await recorder.act("reporting.reports.draft", city, {
    campaignId,
    kind: "summary",
    unitCode: "130600",
    month: null,
  });
  const refrozen = await recorder.act("reporting.reports.refreeze", city, at(drafted));
  const written = await recorder.act("reporting.reports.write", city, { ...at(refrozen), narrative: SECTIONS });
  const signer = await person(stage, "130600", ["leader"]);
  const submitted = await recorder.act("reporting.reports.submit", signer, at(written));
  const returned = await recorder.act("reporting.reports.return", province, { ...at(submitted), remark: TEXT });
  const again = await recorder.act("reporting.reports.submit", signer, at(returned));
  const attached = await renderedSummary(stage, again);
  await recorder.act("reporting.reports.receive", province, at(attached));
  await sendOwn(stage);
}

/** The province's own summary, as if all cities had handed theirs in, leaves under its number. */
async function sendOwn({ recorder, campaignId, province, world }: Stage): Promise<void> {
  const summary = { campaignId, kind: "summary", unitCode: "130000", month: null };
  const drafted = at(await recorder.act("reporting.reports.draft", province, summary));
  const set = { status: "submitted", submittedBy: province.personId, submittedByName: province.name } as const;
  await world.installation.under(province, (tx) =>
    tx
      .update(reportTable)
      .set({ ...set, submittedAt: world.installation.ctx.clock.now() })
      .where(eq(sql`${reportTable.id}::text`, drafted.id)),
  );
  const sentOn = dayOf(world.installation.ctx.clock.now());
  await recorder.act("reporting.reports.recordSending", province, { ...drafted, sentNo: TEXT, sentOn });
}
