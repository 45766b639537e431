import type { ActorCtx } from "@anji/database";
import type { GateFacts, UnitFacts } from "./gate.ts";
import type { GateSource } from "./gate-source.ts";
import { GATE_RULES } from "./gates.ts";
import { type CampaignPlan, campaignPlan } from "./plan.ts";
import type { Phase } from "./phase.ts";
import { planTemplates } from "./queries/index.ts";
import { NO_FACTS } from "./queries/snapshot.ts";
import { createCampaign } from "./verbs/index.ts";

const PHASE_OF_GATE: Readonly<Record<(typeof GATE_RULES)[number], Phase>> = {
  "campaign.groupsAndPlans": "deployment",
  "campaign.selfChecksComplete": "selfCheck",
  "campaign.findingsClassified": "selfCheck",
  "campaign.findingsClosedOrPlanned": "selfCheck",
  "campaign.cityFloor": "acceptance",
  "campaign.provinceFloor": "acceptance",
  "campaign.citySummaries": "summary",
};

function phase(key: Phase, startsOn: string, endsOn: string) {
  const rules = GATE_RULES.filter((rule) => PHASE_OF_GATE[rule] === key);
  const gates = rules.map((rule) => ({ rule, title: `条件 ${rule}`, sentence: `原文 ${rule}`, owner: "各市" }));
  return { key, name: key, startsOn, endsOn, sentence: "阶段", gates };
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
      leader: { name: "某某", post: "副省长" },
      deputies: [{ name: "某某", post: "厅长" }],
      departments: [{ code: "labour", name: "劳动保障厅", system: "劳动保障", isLead: true }],
    },
    office: { name: "办公室", department: "labour", sentence: "日常" },
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
  floors: {
    city: { percent: 70, denominator: "allCountyLevel", districtKinds: ["市辖区"], sentence: "不少于70%的县" },
    province: { percent: 50, unit: "cities", sentence: "不少于50%" },
  },
  deadlines: {
    rectificationDefaultOn: "2009-03-31",
    citySummaryOn: "2009-09-30",
    monthlyReportDay: 5,
    dueSoonDays: 7,
    sentences: { rectification: "限期整改", citySummary: "报送", monthlyReport: "每月" },
  },
  urgentReports: [],
  sheetTemplate: { version: "S-1", closingOn: "2008-08-31" },
};

/** The smallest valid plan that names every gate; a test changes only what it speaks about. */
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
export function aCampaign(administrator: ActorCtx, plan: CampaignPlan) {
  return createCampaign(administrator, { commandId: crypto.randomUUID(), plan });
}

/** A unit that has done nothing yet. */
export function unitFacts(unit: Pick<UnitFacts, "unitCode" | "parentCode" | "level"> & Partial<UnitFacts>): UnitFacts {
  return {
    unitName: unit.unitCode,
    kind: unit.level === "county" ? "县" : unit.level === "city" ? "地级市" : "省",
    ...NO_FACTS,
    ...unit,
  };
}

/** A context above that tells the campaign the facts it is given, for tests without the contexts above. */
export function sourceOf(facts: () => Readonly<Record<string, Partial<UnitFacts>>>): GateSource {
  return () => Promise.resolve<GateFacts>({ byUnit: new Map(Object.entries(facts())), subjects: {} });
}
