import type { RuleBook } from "@anji/kernel";

export const adjustmentsRules = {
  "adjustments.alreadyDecided": {
    clause: "S2",
    about: "state",
    "zh-CN": "该申请已经决定或撤回。",
    en: "The request is decided or retracted already.",
  },
  "adjustments.notDecided": {
    clause: "S2",
    about: "state",
    "zh-CN": "该申请尚未决定。",
    en: "The request is not decided yet.",
  },
  "adjustments.ownCase": {
    clause: "A2",
    "zh-CN": "申请人、登记人和定性人不能决定，请由另一名人员办理。",
    en: "The applicant, the registrant and the classifier do not decide. Another person does.",
  },
  "adjustments.otherLevel": {
    clause: "A4",
    about: "whose",
    "zh-CN": "该申请由发现问题的一级决定；本单位自己发现的，由上一级决定。",
    en: "The level that found the problem decides, or the one above the unit that found it itself.",
  },
  "adjustments.applicantOnly": {
    clause: "A4",
    about: "whose",
    "zh-CN": "只有申请人可以办理此事项。",
    en: "Only the applicant does this.",
  },
  "adjustments.notConcerned": {
    clause: "A4",
    about: "whose",
    "zh-CN": "只有责任单位所在的一级或发现问题的一级可以申请。",
    en: "The responsible level or the level that found the problem asks for it.",
  },
  "adjustments.contestedByUnit": {
    clause: "A4",
    "zh-CN": "异议由责任单位所在的一级提出。",
    en: "The responsible level contests a classification.",
  },
  "adjustments.contestLate": {
    clause: "S2",
    "zh-CN": "异议须在定性后 {days} 日内提出，现已超过。",
    en: "A classification is contested within {days} days. They are over.",
  },
  "adjustments.oneAtATime": {
    clause: "S2",
    "zh-CN": "该问题已有一项待决定的申请，请待其决定后再提。",
    en: "The finding has a request that waits for its decision. Ask again after it.",
  },
  "adjustments.documentNeeded": {
    clause: "S2",
    "zh-CN": "至少附一份证明材料。",
    en: "Attach at least one document.",
  },
  "adjustments.amountZero": { clause: null, "zh-CN": "调整金额应大于 0。", en: "The amount is above 0." },
  "adjustments.lineTwice": { clause: null, "zh-CN": "同一分项只能填写一次。", en: "Name each line once." },
} as const satisfies RuleBook;
