import { AMOUNT_COLUMNS, type AmountColumn, type ReportedStatus } from "@anji/figures";

/** The names of the states of a finding and the amounts of a figure in documents. */
export const STATUS_NAMES = {
  registered: "已登记",
  classified: "已定性",
  rectifying: "整改中",
  awaitingAcceptance: "待验收",
  closed: "已销号",
  withdrawn: "已撤并",
} as const satisfies Record<ReportedStatus, string>;

export const AMOUNT_NAMES = {
  found: "查出金额",
  recovered: "已追回",
  repaid: "政府偿还",
  rebooked: "调账纠正",
  writtenOff: "核销",
  outstanding: "尚未整改",
  reduced: "核减",
  stated: "认定总额",
} as const satisfies Record<AmountColumn, string>;

/** The amounts that documents list. 认定总额 is 查出金额 and 核减 together. */
export const LISTED_AMOUNTS = AMOUNT_COLUMNS.filter((column) => column !== "stated");
