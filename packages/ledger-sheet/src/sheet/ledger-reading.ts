import type { Means, RectificationKind } from "@anji/findings";
import type { Day, Fen, Occurrence } from "@anji/kernel";

import type { AmountField, LedgerField, NoteField } from "./ledger-columns.ts";
import type { SheetMistake } from "./sheet-rules.ts";

/** A finding as its row of the ledger states it, every value read and checked. */
export type LedgerRow = LedgerFacts & {
  readonly rowNumber: number;
  readonly isHidden: boolean;
  /** The cell of each field, for marking it in the sheet. */
  readonly cells: LedgerCells;
};
export type LedgerCells = Readonly<Partial<Record<LedgerField, string>>>;

export type LedgerFacts = LedgerAmounts &
  Readonly<Record<NoteField, string | null>> & {
    readonly no: number;
    readonly unitCode: string;
    /** Codes of the campaign's plan. */
    readonly fundLine: string;
    readonly category: string;
    readonly kind: string;
    readonly occurrence: Occurrence;
    readonly discoveredOn: Day;
    readonly summary: string;
    readonly responsibleUnit: string;
    readonly rectificationKind: RectificationKind | null;
    readonly dueOn: Day | null;
    readonly means: readonly Means[];
  };
export type LedgerAmounts = Readonly<Record<`${AmountField}Fen`, Fen>>;

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
