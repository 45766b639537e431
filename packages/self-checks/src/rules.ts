import type { RuleBook } from "@anji/kernel";

export const selfChecksRules = {
  "selfChecks.notOpen": {
    clause: "S1",
    "zh-CN": "自查结果在自查自纠阶段签报。",
    en: "The self-check result is signed in the self-check phase.",
  },
  "selfChecks.ownUnit": {
    clause: "S1",
    "zh-CN": "只能签报本单位的自查结果。",
    en: "You can sign for your own unit only.",
  },
  "selfChecks.notNil": {
    clause: "S1",
    "zh-CN": "本单位已登记 {count} 个自查问题，不能作零报告。",
    en: "Your unit has registered {count} self-check findings; it cannot report nil.",
  },
  "selfChecks.nothingRegistered": {
    clause: "S1",
    "zh-CN": "本单位尚未登记任何问题，请先登记，或作零报告。",
    en: "Your unit has registered nothing. Register the findings first, or report nil.",
  },
  "selfChecks.missing": {
    clause: "S1",
    "zh-CN": "未报自查结果，无问题也须签字",
    en: "No self-check result is signed; a unit without findings signs one too",
  },
} as const satisfies RuleBook;
