import type { ActorCtx } from "@anji/database";
import type { GateUnit } from "./gate.ts";
import type { GateSource } from "./gate-source.ts";
import { type CampaignPlan, campaignPlan } from "./plan.ts";
import type { Phase } from "./phase.ts";
import { planTemplates } from "./queries/index.ts";
import { createCampaign } from "./verbs/index.ts";

export { describeGates, type GateCase, gateResult, gateStory, snapshotOf } from "./testing/gate-story.ts";
export { campaignWorld, type CampaignWorld } from "./testing/world.ts";
export { PLANTED_NOTHING, type PlantedFacts, plantedGates, plantedRules, plantedSource } from "./testing/planted.ts";

const PLANTED_KEYS: Readonly<Record<Phase, readonly string[]>> = {
  deployment: ["planted.citiesReady"],
  selfCheck: ["planted.countiesDone", "planted.thingsClosed"],
  acceptance: ["planted.provinceShare"],
  summary: ["planted.citiesFinished"],
};

function planGate(rule: string): CampaignPlan["phases"][number]["gates"][number] {
  return { rule, title: `条件 ${rule}`, sentence: `原文 ${rule}`, owner: "各市" };
}

function phase(key: Phase, startsOn: string, endsOn: string) {
  return { key, name: key, startsOn, endsOn, sentence: "阶段", gates: PLANTED_KEYS[key].map(planGate) };
}

const small = {
  key: "small-2008",
  name: "某省专项治理",
  provinceCode: "130000",
  regionRevision: "GB/T 2260-200812",
  period: { startsOn: "2008-07-01", endsOn: "2009-12-31", sentence: "全程" },
  issuedUnder: { law: "law", issuers: ["省政府"] },
  laws: [
    {
      key: "law",
      title: "某条例",
      documentNumber: null,
      effectiveFrom: "1999-01-22",
      effectiveUntil: null,
      note: null,
    },
  ],
  organisation: {
    receivingGroup: { name: "部际领导小组", sentence: "提交" },
    coordinatingCommittee: { name: "监督委员会", sentence: "协调" },
    leadingGroup: {
      name: "领导小组",
      head: { name: "某某", post: "副省长" },
      deputies: [{ name: "某某", post: "厅长" }],
      memberDepartments: [{ code: "labour", name: "劳动保障厅", system: "劳动保障", isLead: true }],
    },
    office: { name: "办公室", department: "labour", sentence: "日常" },
    cityGroup: { departments: ["labour"], note: "各市" },
    foundedFrom: { on: "2008-07-01", note: "治理开始之日" },
  },
  fundClasses: [
    { code: "pension", name: "养老" },
    { code: "injury", name: "工伤" },
  ],
  fundLines: [
    { code: "enterprise-pension", fundClass: "pension", name: "城镇企业职工养老保险基金", shortName: "企业养老" },
    { code: "injury", fundClass: "injury", name: "工伤保险基金", shortName: "工伤" },
  ],
  categories: [{ code: "A", name: "征缴", sentence: "征缴问题" }],
  evidenceKinds: [{ code: "receipt", name: "进账单" }],
  kinds: [
    { code: "A1", fundLines: ["enterprise-pension"] },
    { code: "A2", fundLines: ["enterprise-pension", "injury"] },
  ].map((one) => ({
    ...one,
    category: "A",
    name: `问题${one.code}`,
    hasAmount: true,
    needsAmount: false,
    needsOccupier: false,
    channels: ["recovered"],
    referralEligible: false,
    keyEventCandidate: false,
    basis: [{ law: "law", articles: null, until: null }],
    disposal: [{ means: "economic", act: "补缴" }],
    evidence: ["receipt"],
  })),
  phases: [
    phase("deployment", "2008-07-01", "2008-08-31"),
    phase("selfCheck", "2008-09-01", "2009-03-31"),
    phase("acceptance", "2009-04-01", "2009-07-31"),
    phase("summary", "2009-08-01", "2009-12-31"),
  ],
  selfCheckDepartments: [{ code: "labour", name: "劳动保障部门", levels: ["city", "county"], note: null }],
  selfCheckPromise: "以上情况属实。如有隐瞒、漏报，愿承担责任。",
  floors: {
    city: { percent: 70, denominator: "allCountyLevel", districtKinds: ["市辖区"], sentence: "不少于70%的县" },
    province: {
      percent: 50,
      of: "cities",
      ruling: { text: "按设区市计", by: "领导小组", on: "2008-07-01" },
      countiesPerCity: 1,
      sentence: "不少于50%",
      note: "原文未写明按市还是按县",
    },
  },
  spotChecks: {
    fullMarks: { earnest: 20, corrected: 20, risks: 20, institutions: 20, proposals: 20 },
    conclusions: [
      { conclusion: "good", marksMin: 90 },
      { conclusion: "qualified", marksMin: 70 },
      { conclusion: "incomplete", marksMin: 0 },
      { conclusion: "perfunctory", marksMin: null },
      { conclusion: "falsified", marksMin: null },
    ],
    answerCharactersMin: 10,
    note: "各题等分",
  },
  deadlines: {
    rectificationDefaultOn: "2009-03-31",
    citySummaryOn: "2009-09-30",
    monthlyReportDay: 5,
    dueSoonDays: 7,
    sentences: { rectification: "限期整改", citySummary: "报送", monthlyReport: "每月" },
  },
  determination: { contestDays: 10, carriedOverDays: 365, note: "说明" },
  waivers: { sharePercentMax: 10, decideWithinDays: 10, note: null },
  urgentReports: [],
  sheetTemplate: { version: "S-1", closingOn: "2008-08-31" },
};

/** The phases of the smallest plan, with the gates a test names in place of the planted ones. */
export function phasesNaming(keys: Readonly<Partial<Record<Phase, readonly string[]>>>): CampaignPlan["phases"] {
  return aPlan({}).phases.map((one) => ({ ...one, gates: (keys[one.key] ?? PLANTED_KEYS[one.key]).map(planGate) }));
}

/** The smallest valid plan, with a planted gate in every phase; a test changes only what it speaks about. */
export function aPlan(change: Partial<CampaignPlan>): CampaignPlan {
  return { ...campaignPlan.parse(small), ...change };
}

/** The first plan the product brings. */
export function hebeiPlan(): CampaignPlan {
  const plan = planTemplates().items.find((one) => one.key === "hebei-2008");
  if (plan === undefined) throw new Error("the plan of Hebei 2008 is not among those the product brings");
  return plan;
}

/** Opens a campaign as the province's administrator. */
export function aCampaign(
  administrator: ActorCtx,
  options: { plan: CampaignPlan; gates: readonly GateSource[] },
): Promise<Awaited<ReturnType<ReturnType<typeof createCampaign>>>> {
  return createCampaign(options.gates)(administrator, { commandId: crypto.randomUUID(), plan: options.plan });
}

/** Units of a small tree, each having done nothing but what a test says. */
export function unitsWith<Facts>(nothing: Facts) {
  type Made = GateUnit & Facts;
  type Said = Partial<Facts> & { kind?: string };
  const made = (unit: Omit<GateUnit, "unitName">, said: Said): Made => ({
    ...nothing,
    unitName: unit.unitCode,
    ...unit,
    ...said,
  });
  return {
    province: (said: Said) => made({ unitCode: "130000", parentCode: null, level: "province", kind: "省" }, said),
    city: (unitCode: string, said: Said) =>
      made({ unitCode, parentCode: "130000", level: "city", kind: "地级市" }, said),
    county: (unitCode: string, said: Said) =>
      made({ unitCode, parentCode: `${unitCode.slice(0, 4)}00`, level: "county", kind: "县" }, said),
  };
}
