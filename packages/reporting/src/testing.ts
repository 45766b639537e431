import type { MonthlyNarrative } from "./documents/monthly-report-content.ts";
import type { SummaryNarrative } from "./documents/summary-report-content.ts";

/** Text for every box of a monthly report, the shortest that may be submitted. */
export function aNarrative(changes: Partial<MonthlyNarrative>): MonthlyNarrative {
  return {
    situation: "自查工作按计划推进。",
    practice: "逐项核对账册。",
    problems: "以历年审计问题为主。",
    handling: "逐笔追回。",
    suggestions: "无。",
    ...changes,
  };
}

/** The same for a summary. */
export function someSections(changes: Partial<SummaryNarrative>): SummaryNarrative {
  return {
    situation: "专项治理工作全面完成。",
    practice: "市县联动，逐级督查。",
    problems: "账户管理不够规范。",
    results: "历年问题基本整改到位。",
    appraisal: "基金运行总体安全。",
    suggestions: "健全长效机制。",
    ...changes,
  };
}
