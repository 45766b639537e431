import type { Means, RectificationKind } from "@anji/findings";
import type { Day, Fen, Occurrence } from "@anji/kernel";

import type { AmountField, LedgerField } from "./ledger-columns.ts";
import type { SheetMistake } from "./sheet-rules.ts";

/** A finding as its row of the ledger states it, every value read and checked. */
export type LedgerRow = LedgerFacts & {
  readonly rowNumber: number;
  readonly isHidden: boolean;
  /** Where each field stands, for marking it in the sheet. */
  readonly cells: LedgerCells;
};
export type LedgerCells = Readonly<Partial<Record<LedgerField, string>>>;

export type LedgerFacts = LedgerAmounts & {
  readonly no: number;
  readonly project: string | null;
  readonly noticeNo: string | null;
  readonly auditedBody: string | null;
  readonly unitCode: string;
  /** Code of the fund line. */
  readonly fundLine: string;
  /** Code of the category. */
  readonly category: string;
  /** Code of the kind. */
  readonly kind: string;
  readonly occurrence: Occurrence;
  readonly discoveredOn: Day;
  readonly summary: string;
  readonly basis: string | null;
  readonly responsibleUnit: string;
  readonly rectificationKind: RectificationKind | null;
  readonly measures: string | null;
  readonly dueOn: Day | null;
  readonly department: string | null;
  readonly responsiblePerson: string | null;
  readonly advice: string | null;
  readonly means: readonly Means[];
  readonly demonstrationNote: string | null;
  readonly source: string | null;
  readonly externalNo: string | null;
  readonly remark: string | null;
};

export type LedgerAmounts = {
  readonly foundFen: Fen;
  readonly recoveredFen: Fen;
  readonly repaidFen: Fen;
  readonly rebookedFen: Fen;
  readonly writtenOffFen: Fen;
  readonly outstandingFen: Fen;
};

export const AMOUNT_KEYS = {
  found: "foundFen",
  recovered: "recoveredFen",
  repaid: "repaidFen",
  rebooked: "rebookedFen",
  writtenOff: "writtenOffFen",
  outstanding: "outstandingFen",
} as const satisfies Record<AmountField, keyof LedgerAmounts>;

/** A row as the sheet shows it, mistaken or not: what the console paints. */
export type LedgerRowText = {
  readonly rowNumber: number;
  readonly isHidden: boolean;
  readonly texts: Readonly<Partial<Record<LedgerField, string>>>;
  readonly cells: LedgerCells;
};

export type LedgerReading = {
  readonly sheet: string;
  readonly templateVersion: string | null;
  readonly closingOn: Day;
  /** Every row that is meant as a finding. */
  readonly texts: readonly LedgerRowText[];
  /** The rows without an error, ready to become findings. */
  readonly rows: readonly LedgerRow[];
  /** In the order of the sheet; errors and warnings. */
  readonly mistakes: readonly SheetMistake[];
};
