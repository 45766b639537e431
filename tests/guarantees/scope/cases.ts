import { planTemplates } from "@anji/campaign/queries";
import { everyFinding } from "@anji/findings";
import { type AreaCode, command, type ScopeWorld, type Things } from "./world.ts";
import { checkResult, completeGroup, planSections } from "../../support/leading-group.ts";

/** What an input names: the campaign and things in it. */
export type NamedWorld = Pick<ScopeWorld, "campaignId" | "things">;
/** How a procedure names an area: not at all, by a unit's code, or by a thing there. */
export type ScopeCase = Naming & {
  /** Another way the same procedure names an area. */
  also?: ScopeCase;
};
type Naming =
  | { kind: "public" }
  | { kind: "own"; input: (world: NamedWorld) => unknown }
  | { kind: "area"; input: (world: NamedWorld, area: AreaCode) => unknown }
  | { kind: "thing"; thing: keyof Things; input: (id: string, world: NamedWorld) => unknown };

/** Higher than every real version: an act inside the scope stops at the version, so nothing changes. */
const STALE = 9999;
const SORT = { by: "number", direction: "asc" };
const PAGE = { cursor: null, limit: 200 };
const TEXT = "核对无误";
const DAY = "2009-05-12";
const HASH = "0".repeat(64);

const nothing: ScopeCase = { kind: "own", input: () => undefined };
const isPublic: ScopeCase = { kind: "public" };
const own = (input: (world: NamedWorld) => unknown): ScopeCase => ({ kind: "own", input });
const area = (input: (world: NamedWorld, code: AreaCode) => unknown): ScopeCase => ({ kind: "area", input });
const thing = (name: keyof Things, input: (id: string, world: NamedWorld) => unknown): ScopeCase => ({
  kind: "thing",
  thing: name,
  input,
});
const both = (one: ScopeCase, also: ScopeCase): ScopeCase => ({ ...one, also });
/** A report of either kind. */
const report = (input: (id: string, world: NamedWorld) => unknown): ScopeCase =>
  both(thing("monthly", input), thing("summary", input));
const ofCampaign = own((world) => ({ campaignId: world.campaignId }));
const act = (id: string) => ({ ...command(), id, version: STALE });
const finding = (rest: object): ScopeCase => thing("finding", (id) => ({ ...act(id), ...rest }));
const filtered = (rest: object): ScopeCase =>
  area((world, unitCode) => ({ campaignId: world.campaignId, filter: everyFinding(unitCode), ...rest }));
const narrative = { situation: TEXT, practice: TEXT, problems: TEXT, handling: TEXT, suggestions: TEXT };
const sections = { situation: TEXT, practice: TEXT, problems: TEXT, results: TEXT, appraisal: TEXT, suggestions: TEXT };
const unknownJob = "00000000-0000-7000-8000-00000000abcd";
const attempt = { jobId: unknownJob, attempt: 1 };

/** One entry for every procedure of the product. A procedure without one fails the matrix. */
export const scopeCases: Readonly<Record<string, ScopeCase>> = {
  "jurisdictions.install.state": isPublic,
  "jurisdictions.install.createFirstAdministrators": isPublic,
  "jurisdictions.me": nothing,
  "jurisdictions.units.tree": nothing,
  "jurisdictions.units.addCustom": area((_, parentCode) => ({
    ...command(),
    parentCode,
    name: "试验区",
    kind: "开发区",
    reason: TEXT,
  })),
  "jurisdictions.units.confirm": area((_, code) => ({ ...command(), code, version: 1 })),
  "jurisdictions.units.retire": area((_, code) => ({
    ...command(),
    code,
    version: 1,
    retiredOn: "2009-12-01",
    mergedInto: null,
    reason: TEXT,
  })),
  "jurisdictions.units.addAgency": area((_, parentCode) => ({ ...command(), parentCode, name: "医保中心" })),
  "jurisdictions.people.list": area((_, unitCode) => ({ ...PAGE, unitCode, text: null, isService: null })),
  "jurisdictions.people.add": area((_, unitCode) => ({
    ...command(),
    unitCode,
    name: "新人",
    username: `n${Math.random().toString(36).slice(2, 12)}`,
    password: "Secret-2008-pass",
    department: null,
    roles: ["clerk"],
  })),
  "jurisdictions.people.changeRoles": thing("person", (id) => ({ ...act(id), roles: ["clerk"] })),
  "jurisdictions.people.deactivate": thing("person", (id) => act(id)),
  "jurisdictions.people.reactivate": thing("person", (id) => ({ ...act(id), password: "Secret-2008-pass" })),
  "jurisdictions.people.resetPassword": thing("person", (id) => ({ ...act(id), password: "Secret-2008-pass" })),
  "jurisdictions.people.changeOwnPassword": own(() => ({
    ...command(),
    currentPassword: "Secret-2008-pass",
    newPassword: "Secret-2009-pass",
  })),
  "jurisdictions.people.issueServiceKey": area((_, unitCode) => ({
    ...command(),
    unitCode,
    name: "统计服务",
    role: "observer",
  })),
  "organisation.leadingGroups.list": ofCampaign,
  "organisation.leadingGroups.establish": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    unitCode,
    establishedOn: "2008-07-20",
    documentNo: TEXT,
    ...completeGroup(unitCode, "某"),
  })),
  "organisation.leadingGroups.changeMembers": thing("group", (id) => ({
    ...act(id),
    changedOn: DAY,
    ...completeGroup("130681", "某"),
  })),
  "campaign.list": nothing,
  "campaign.templates": nothing,
  "campaign.get": ofCampaign,
  "campaign.gates": area((world, unitCode) => ({ campaignId: world.campaignId, phase: "selfCheck", unitCode })),
  "campaign.offenders": area((world, unitCode) => ({
    ...PAGE,
    campaignId: world.campaignId,
    rule: "findings.findingsClassified",
    unitCode,
  })),
  "campaign.create": own(() => ({ ...command(), plan: planTemplates().items[0] })),
  "campaign.advance": own((world) => ({
    ...command(),
    campaignId: world.campaignId,
    version: STALE,
    to: "ended",
    documentNo: TEXT,
    remark: "",
  })),
  "organisation.implementingPlans.list": ofCampaign,
  "organisation.implementingPlans.file": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    unitCode,
    title: TEXT,
    documentNo: TEXT,
    filedOn: DAY,
    ...planSections("某"),
    fileId: world.things.get("130721")?.file,
  })),
  "organisation.implementingPlans.versions": area((world, unitCode) => ({ campaignId: world.campaignId, unitCode })),
  "organisation.implementingPlans.revise": thing("plan", (id, world) => ({
    ...act(id),
    title: TEXT,
    documentNo: TEXT,
    filedOn: DAY,
    ...planSections("某"),
    fileId: world.things.get("130721")?.file,
    reason: "按省里要求修订",
  })),
  "campaign.roster": own((world) => ({ campaignId: world.campaignId, phase: "acceptance" })),
  "organisation.implementingPlans.issue": thing("plan", (id) => act(id)),
  "organisation.implementingPlans.receive": thing("plan", (id) => act(id)),
  "organisation.implementingPlans.accept": thing("plan", (id) => ({ ...act(id), remark: "" })),
  "organisation.implementingPlans.return": thing("plan", (id) => ({ ...act(id), remark: "请补充医保分工" })),
  "campaign.waivers.list": ofCampaign,
  "campaign.waivers.request": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    rule: "findings.findingsClassified",
    unitCode,
    kind: "delay",
    reason: `${unitCode}账册送审计机关审查，取回后即补办`,
    expiresOn: "2009-12-01",
  })),
  "campaign.waivers.approve": thing("waiver", (id) => ({ ...act(id), documentNo: TEXT })),
  "campaign.waivers.reject": thing("waiver", (id) => ({ ...act(id), remark: TEXT })),
  "campaign.waivers.acknowledge": thing("waiver", (id) => act(id)),
  "campaign.clock.move": own(() => ({ ...command(), to: "2009-06-01" })),
  "findings.list": filtered({ sort: SORT, ...PAGE }),
  "findings.sums": filtered({ groupBy: "unit" }),
  "findings.get": thing("finding", (id) => ({ id })),
  "findings.register": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    unitCode,
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: "2008-09-21",
    summary: "另一问题",
    description: "",
    foundFen: "5",
    origin: "selfCheck",
    responsibleUnit: "某局",
    responsibleLevel: unitCode === "130000" ? "province" : unitCode.endsWith("00") ? "city" : "county",
    responsiblePerson: null,
  })),
  "findings.amend": finding({ changes: { summary: TEXT }, reason: TEXT }),
  "findings.classify": finding({
    nature: "breach",
    responsibleUnit: "某局",
    responsibleLevel: "county",
    responsiblePerson: null,
    handlingOpinion: TEXT,
    means: ["economic"],
  }),
  "findings.returnRegistration": finding({ remark: TEXT }),
  "findings.planRectification": finding({
    rectificationKind: "staged",
    measures: TEXT,
    department: "科",
    responsiblePerson: "某",
    dueOn: "2009-03-01",
  }),
  "findings.recordSettlement": finding({
    lineNo: 1,
    channel: "recovered",
    amountFen: "1",
    settledOn: "2008-10-01",
    voucherNo: "凭1",
    note: "",
  }),
  "findings.reverseSettlement": finding({
    settlementId: "00000000-0000-7000-8000-000000000000",
    settledOn: "2008-10-02",
    note: TEXT,
  }),
  "findings.attachEvidence": thing("finding", (id, world) => ({
    ...act(id),
    fileId: world.things.get("130721")?.file,
    name: "证明",
    kind: "receipt",
    eventOn: "2008-10-01",
  })),
  "findings.reportRectified": finding({ remark: TEXT }),
  "findings.returnRectification": finding({ remark: TEXT }),
  "findings.close": finding({ remark: TEXT, checkedOnSite: true }),
  "selfChecks.list": area((world, unitCode) => ({ campaignId: world.campaignId, unitCode })),
  "selfChecks.matrix": area((world, unitCode) => ({ campaignId: world.campaignId, unitCode })),
  "selfChecks.answer": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    unitCode,
    declarant: "labour-security",
    version: STALE,
    searched: TEXT,
    cells: [{ fundLine: "unemployment", category: "A", answer: "notApplicable", reason: TEXT, findings: [] }],
  })),
  "selfChecks.signDeclaration": thing("declaration", (id) => ({ ...act(id), head: TEXT, rowsHash: HASH })),
  "selfChecks.returnDeclaration": thing("declaration", (id) => ({ ...act(id), remark: TEXT })),
  "selfChecks.signUnit": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    unitCode,
    version: STALE,
    head: TEXT,
    partsHash: HASH,
  })),
  "ledgerSheet.dryRun": thing("file", (fileId, world) => ({ campaignId: world.campaignId, fileId })),
  "ledgerSheet.startImport": thing("file", (fileId, world) => ({
    ...command(),
    campaignId: world.campaignId,
    fileId,
    onConflict: "stop",
  })),
  "ledgerSheet.annotated": thing("file", (fileId, world) => ({
    ...command(),
    campaignId: world.campaignId,
    fileId,
  })),
  "ledgerSheet.template": own((world) => ({ ...command(), campaignId: world.campaignId })),
  "ledgerSheet.export": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    filter: everyFinding(unitCode),
    sort: SORT,
  })),
  "ledgerSheet.progress": thing("import", (importId) => ({ importId })),
  "ledgerSheet.watch": thing("import", (importId) => ({ importId })),
  "inspection.spotChecks.list": area((world, unitCode) => ({
    ...PAGE,
    campaignId: world.campaignId,
    level: null,
    unitCode,
    status: null,
  })),
  "inspection.spotChecks.get": thing("check", (id) => ({ id })),
  "inspection.spotChecks.schedule": area((world, unitCode) => ({
    ...command(),
    campaignId: world.campaignId,
    level: "city",
    unitCode,
    scheduledOn: DAY,
    inspectorIds: [world.things.get("130600")?.person, world.things.get("130700")?.person],
    followsId: null,
  })),
  "inspection.spotChecks.begin": thing("check", (id) => act(id)),
  "inspection.spotChecks.complete": thing("check", (id) => ({
    ...act(id),
    ...checkResult(DAY),
    remark: TEXT,
  })),
  "inspection.spotChecks.countersign": thing("check", (id) => act(id)),
  "inspection.spotChecks.return": thing("check", (id) => ({ ...act(id), remark: "第三项理由不足" })),
  "inspection.spotChecks.cancel": thing("check", (id) => ({ ...act(id), reason: "重复登记，取消" })),
  "inspection.inspectors": ofCampaign,
  "inspection.coverage": area((world, unitCode) => ({ campaignId: world.campaignId, unitCode })),
  "figures.rows": thing("cutOff", (cutOffId) => ({
    ...PAGE,
    cutOffId,
    figure: { by: "total", key: null, quantity: "found" },
  })),
  "figures.rolledRows": thing("cutOff", (cutOffId) => ({ ...PAGE, cutOffId, by: null, key: null, column: "closing" })),
  "figures.units": thing("cutOff", (cutOffId) => ({ cutOffId, figure: "selfCheckDone" })),
  "reporting.reports.list": both(
    area((world, unitCode) => ({ campaignId: world.campaignId, kind: "monthly", unitCode, month: null })),
    area((world, unitCode) => ({ campaignId: world.campaignId, kind: "summary", unitCode, month: null })),
  ),
  "reporting.reports.get": report((id) => ({ id })),
  "reporting.reports.content": report((id) => ({ id })),
  "reporting.reports.contentRows": report((id) => ({ ...PAGE, id })),
  "reporting.reports.draft": both(
    area((world, unitCode) => ({
      ...command(),
      campaignId: world.campaignId,
      kind: "monthly",
      unitCode,
      month: "2008-08",
    })),
    area((world, unitCode) => ({
      ...command(),
      campaignId: world.campaignId,
      kind: "summary",
      unitCode,
      month: null,
    })),
  ),
  "reporting.reports.refreeze": report((id) => act(id)),
  "reporting.reports.write": both(
    thing("monthly", (id) => ({ ...act(id), narrative })),
    thing("summary", (id) => ({ ...act(id), narrative: sections })),
  ),
  "reporting.reports.declareNil": report((id) => ({ ...act(id), statement: TEXT })),
  "reporting.reports.submit": report((id) => act(id)),
  "reporting.reports.receive": report((id) => act(id)),
  "reporting.reports.return": report((id) => ({ ...act(id), remark: TEXT })),
  "reporting.reports.recordSending": thing("summary", (id) => ({ ...act(id), sentNo: TEXT, sentOn: DAY })),
  "reporting.reports.render": report((id) => act(id)),
  "reporting.reports.attachRendering": report((id, world) => ({
    ...command(),
    id,
    jobId: unknownJob,
    docxFileId: world.things.get("130721")?.file,
    xlsxFileId: world.things.get("130721")?.file,
  })),
  "campaign.work": ofCampaign,
  "jobs.get": thing("job", (jobId) => ({ jobId })),
  "jobs.watch": thing("job", (jobId) => ({ jobId })),
  "jobs.claim": own(() => ({ ...command(), workerName: "测试", kinds: ["renderReport"] })),
  "jobs.heartbeat": own(() => ({ ...attempt, done: 0, total: 1, note: null })),
  "jobs.complete": own(() => ({ ...command(), ...attempt, result: { fileIds: [] } })),
  "jobs.fail": own(() => ({ ...command(), ...attempt, isRefusal: false, message: TEXT })),
  "signals.watch": nothing,
};
