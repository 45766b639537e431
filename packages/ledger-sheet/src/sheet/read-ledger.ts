import { checkLedger, type LedgerCheckOptions } from "./check-ledger.ts";
import type { LedgerReading } from "./ledger-reading.ts";
import { readLedgerSheet } from "./read-ledger-sheet.ts";

/** A dry run: what the workbook's ledger says, and every mistake in it. Refuses a file that is no sound workbook. */
export async function readLedger(bytes: Uint8Array, options: LedgerCheckOptions): Promise<LedgerReading> {
  return checkLedger(await readLedgerSheet(bytes), options);
}
