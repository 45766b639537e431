import { checkLedger, type LedgerCheckOptions } from "./check-ledger.ts";
import type { LedgerReading } from "./ledger-reading.ts";
import { readLedgerSheet } from "./read-ledger-sheet.ts";

/**
 * A dry run: the content of the workbook's ledger, and every mistake in it. Refuses a file that is not a valid
 * workbook.
 */
export async function readLedger(bytes: Uint8Array, options: LedgerCheckOptions): Promise<LedgerReading> {
  return checkLedger(await readLedgerSheet(bytes), options);
}
