import type { Role } from "@anji/kernel";

export const REPORT_KINDS = ["monthly", "summary"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The levels that make reports. */
export const REPORT_LEVELS = ["city", "province"] as const;
export type ReportLevel = (typeof REPORT_LEVELS)[number];

/** The text boxes of a monthly report and of a summary, in their order on the page. */
export const NARRATIVE_BOXES = ["situation", "practice", "problems", "handling", "suggestions"] as const;
export const SUMMARY_SECTIONS = ["situation", "practice", "problems", "results", "appraisal", "suggestions"] as const;
export const REPORT_BOXES = [...NARRATIVE_BOXES, "results", "appraisal"] as const;
export type ReportBox = (typeof REPORT_BOXES)[number];
/** The text of a report: all boxes of its kind. */
export type Narrative = { readonly [Box in ReportBox]?: string | undefined };

type KindRow = {
  /** The levels that draft, write and submit it, and the rule for a unit of another level. */
  readonly makers: readonly ReportLevel[];
  readonly otherMaker: string;
  readonly submitters: readonly Role[];
  /** Phases of the campaign in which it changes, and the rule outside them. */
  readonly phases: readonly string[];
  readonly outsidePhase: string;
  readonly boxes: readonly ReportBox[];
  /** One for each month, or one for the whole campaign. */
  readonly isMonthly: boolean;
  /** The tables are a workbook beside the document. */
  readonly hasWorkbook: boolean;
};

const KINDS: Readonly<Record<ReportKind, KindRow>> = {
  // 各市领导小组每月要上报一次工作情况
  monthly: {
    makers: ["city"],
    otherMaker: "reporting.cityReports",
    submitters: ["reviewer", "leader"],
    phases: ["deployment", "selfCheck", "acceptance", "summary"],
    outsidePhase: "reporting.campaignEnded",
    boxes: NARRATIVE_BOXES,
    isMonthly: true,
    hasWorkbook: true,
  },
  // 各市领导小组…报送省领导小组；省领导小组…向国家部际领导小组提交
  summary: {
    makers: ["city", "province"],
    otherMaker: "reporting.summaryUnits",
    submitters: ["reviewer", "leader"],
    phases: ["summary"],
    outsidePhase: "reporting.summaryPhase",
    boxes: SUMMARY_SECTIONS,
    isMonthly: false,
    hasWorkbook: false,
  },
};

/** All differences between the kinds of report. */
export function kindOf(kind: ReportKind): KindRow {
  return KINDS[kind];
}

export function isMaker(kind: ReportKind, level: string): level is ReportLevel {
  return kindOf(kind).makers.some((one) => one === level);
}

export function emptyNarrative(kind: ReportKind): Narrative {
  return Object.fromEntries(kindOf(kind).boxes.map((box) => [box, ""]));
}
