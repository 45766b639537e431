import { SETTLEMENT_CHANNELS } from "@anji/campaign";
import type { Day, Level, RegionPath } from "@anji/kernel";
import type { FindingStatus } from "./finding.lifecycle.ts";

/** 以前检查审计, 自查, 巡查, 市抽查, 省抽查, 部际抽查, 举报. */
export const ORIGINS = [
  "earlierAudit",
  "selfCheck",
  "patrol",
  "citySpotCheck",
  "provinceSpotCheck",
  "ministrySpotCheck",
  "complaint",
] as const;
export type Origin = (typeof ORIGINS)[number];

/** 违规, 管理不规范, 损失, 涉嫌违法犯罪. */
export const NATURES = ["breach", "irregularManagement", "loss", "suspectedCrime"] as const;
export type Nature = (typeof NATURES)[number];

/** 立行立改, 分阶段整改, 持续整改. */
export const RECTIFICATION_KINDS = ["immediate", "staged", "continuing"] as const;
export type RectificationKind = (typeof RECTIFICATION_KINDS)[number];

/** 经济、行政、法律手段. */
export const MEANS = ["economic", "administrative", "judicial"] as const;
export type Means = (typeof MEANS)[number];

/** 追回纠正, 同级政府归还, 调账补记, 核销: the four ways money leaves 尚未整改. */
export const CHANNELS = SETTLEMENT_CHANNELS;
export type Channel = (typeof CHANNELS)[number];

/** 政府, 部门, 经办机构, 企业, 个人: who took the money. */
export const OCCUPIERS = ["government", "department", "agency", "enterprise", "person"] as const;
/** 占用人, and of the original use who approved it and the day, where they are known. */
export type Occupier = {
  readonly category: (typeof OCCUPIERS)[number];
  readonly name: string;
  readonly level: Level;
  readonly approver: string | null;
  readonly usedOn: Day | null;
};

/** 认定总额 = 核减 + 认定; then the four ways money leaves 认定, and 尚未整改. */
export const AMOUNTS = ["stated", "reduced", "found", ...CHANNELS, "outstanding"] as const;
export type AmountKey = `${(typeof AMOUNTS)[number]}Fen`;
export type Amounts = Readonly<Record<AmountKey, bigint>>;
/** The amounts of a list row or a sum, as decimal strings of fen. */
export type WireAmounts = Record<AmountKey, string>;

/** What changed the amounts of a line: 更正 before 定性, then by an adjustment only. */
export const AMOUNT_CAUSES = ["corrected", "increased", "reduced", "reclassified"] as const;
export type AmountCause = (typeof AMOUNT_CAUSES)[number];

/** One value for each of the amounts. */
export function eachAmount<Value>(valueOf: (key: AmountKey) => Value): Record<AmountKey, Value> {
  const keys = AMOUNTS.map((amount) => `${amount}Fen` as const);
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<AmountKey, Value>; // each key is among them
}

export function wireAmounts(row: Amounts): WireAmounts {
  return eachAmount((key) => row[key].toString());
}

/** What the policy looks at; the console has all of it on the page. */
export type FindingFacts = {
  readonly status: FindingStatus;
  readonly regionPath: RegionPath;
  readonly responsibleLevel: Level;
  readonly origin: Origin;
  readonly registeredBy: string;
  readonly reportedBy: string | null;
  readonly isReturned: boolean;
  /** It was classified once: its facts now change by an adjustment only. */
  readonly isDetermined: boolean;
  /** 涉嫌违法犯罪, or a kind that may be a crime: 移送 is decided before 销号. */
  readonly needsReferral: boolean;
  readonly outstandingFen: bigint;
  /** Names of required documents that are not attached. */
  readonly missingEvidence: readonly string[];
};
