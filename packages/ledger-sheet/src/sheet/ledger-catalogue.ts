import type { Means, RectificationKind } from "@anji/findings";
import type { Day } from "@anji/kernel";

/** What a ledger sheet is read and checked against: a campaign's catalogue and its region tree. */
export type LedgerCatalogue = {
  readonly templateVersion: string;
  /** 截止日期 of a sheet that does not state one. */
  readonly closingOn: Day;
  readonly funds: readonly LedgerFund[];
  readonly categories: readonly LedgerCategory[];
  readonly kinds: readonly LedgerKind[];
  readonly units: readonly LedgerUnit[];
};
export type LedgerFund = { readonly code: string; readonly name: string };
export type LedgerCategory = { readonly code: string; readonly name: string };
export type LedgerKind = {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  /** Codes of the fund lines the kind can occur in. */
  readonly fundLines: readonly string[];
};
export type LedgerUnit = {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly level: "province" | "city" | "county" | "agency";
  readonly path: string;
};

/** The words of a sheet for the two closed sets it writes out. */
export const RECTIFICATION_KIND_NAMES = {
  立行立改: "immediate",
  分阶段整改: "staged",
  持续整改: "continuing",
} as const satisfies Record<string, RectificationKind>;

export const MEANS_NAMES = {
  经济: "economic",
  行政: "administrative",
  法律: "judicial",
  司法: "judicial",
} as const satisfies Record<string, Means>;
