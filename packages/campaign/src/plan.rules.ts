import type { RuleBook } from "@anji/kernel";

/** Why a campaign plan is not accepted. */
export const planRules = {
  "campaign.planCodeForm": {
    clause: null,
    "zh-CN": "代码只能用字母、数字和连字符。",
    en: "A code has letters, digits and hyphens only.",
  },
  "campaign.planCodeTwice": { clause: null, "zh-CN": "代码 {code} 重复。", en: "The code {code} occurs twice." },
  "campaign.planUnknownCode": {
    clause: null,
    "zh-CN": "代码 {code} 不在本方案的目录中。",
    en: "The code {code} is not in this plan's catalogue.",
  },
  "campaign.planFundClassEmpty": {
    clause: "F1",
    "zh-CN": "险种 {code} 没有对应的基金项目。",
    en: "The fund class {code} has no fund line.",
  },
  "campaign.planBasisNotInForce": {
    clause: null,
    "zh-CN": "问题种类 {code} 在治理期间没有有效的定性依据。",
    en: "The kind {code} has no legal basis in force during the campaign.",
  },
  "campaign.planPhaseOrder": {
    clause: null,
    "zh-CN": "四个阶段应依次为部署启动、自查自纠、检查验收、总结报告。",
    en: "The phases are deployment, selfCheck, acceptance, summary, in this order.",
  },
  "campaign.planPhaseEndsEarly": {
    clause: null,
    "zh-CN": "结束日期早于开始日期。",
    en: "The end lies before the start.",
  },
  "campaign.planPhasesApart": {
    clause: null,
    "zh-CN": "阶段应首尾相接，本阶段应从 {expected} 开始。",
    en: "Phases follow one another without a gap: this one starts on {expected}.",
  },
  "campaign.planOutsidePeriod": {
    clause: null,
    "zh-CN": "日期不在治理期间（{from} 至 {to}）内。",
    en: "The day lies outside the campaign ({from} to {to}).",
  },
  "campaign.planOneLead": {
    clause: "O2",
    "zh-CN": "牵头部门应有且只有一个，现有 {count} 个。",
    en: "There is exactly one lead department; the plan names {count}.",
  },
  "campaign.planMarksTotal": {
    clause: "A2",
    "zh-CN": "抽查各题满分合计应为 100 分，现为 {total} 分。",
    en: "The full marks of the questions add up to 100; the plan's come to {total}.",
  },
  "campaign.planConclusions": {
    clause: "A2",
    "zh-CN": "每种抽查结论都应列明，且最低一档应从 0 分起。",
    en: "Every conclusion of a check is listed, and the lowest begins at 0.",
  },
  "campaign.planAmountBand": {
    clause: null,
    "zh-CN": "金额下限应小于上限。",
    en: "The lower amount must be less than the upper.",
  },
} as const satisfies RuleBook;
