import type { RuleBook } from "@anji/kernel";

export const figuresRules = {
  "figures.unknown": {
    clause: null,
    "zh-CN": "没有这个数字。",
    en: "There is no such figure.",
  },
  "figures.differFromRows": {
    clause: null,
    "zh-CN": "数字与取数明细不一致，请重新取数。",
    en: "The figures differ from the rows behind them. Freeze them again.",
  },
  "figures.notReconciled": {
    clause: null,
    "zh-CN": "数字勾稽不平：{places}。",
    en: "These figures do not add up: {places}.",
  },
  "figures.amendedSince": {
    clause: null,
    "zh-CN": "截止后有 {count} 个问题作过更正，金额变动列入下一期的更正、核减。",
    en: "{count} findings were corrected after the cut-off. The next report shows the amounts as corrections.",
  },
} as const satisfies RuleBook;
