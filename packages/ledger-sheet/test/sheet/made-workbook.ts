import { type MadeCell, minimalParts, sheetXml, zipped } from "@anji/workbook/testing";

import { LEDGER_COLUMNS, type LedgerField } from "../../src/sheet/ledger-columns.ts";

/** The parts of the smallest workbook whose sheet is read as a ledger. */
export function ledgerParts(sheet: string): Map<string, string | Uint8Array> {
  return minimalParts({ sheetName: "问题台账", sheet });
}

export const HEADING = "模板版本：AJ-S2-2008-1 截止日期：2008年9月30日 金额单位：万元";
export const FIELDS: readonly LedgerField[] = LEDGER_COLUMNS.map((column) => column.field);

/** A valid line of the ledger with some cells replaced. */
export function madeLine(changes: Partial<Record<LedgerField, MadeCell>>): readonly MadeCell[] {
  const line: Partial<Record<LedgerField, MadeCell>> = {
    no: 1,
    city: "石家庄市",
    county: "长安区",
    unitCode: "130102",
    fundLine: "失业保险基金",
    category: "支付",
    kind: "B10 挪用",
    occurrence: "2005-12-31",
    discoveredOn: "2008-09-01",
    summary: "财政借款",
    responsibleUnit: "长安区社会保险经办机构",
    found: 100,
    recovered: 40,
    outstanding: 60,
    ...changes,
  };
  return FIELDS.map((field) => line[field] ?? null);
}

/** A ledger workbook with one header row and the given lines from row 3 on. */
export async function madeLedger(options: {
  lines: readonly (readonly MadeCell[])[];
  merges: readonly string[];
}): Promise<Buffer> {
  const rows = [[HEADING], LEDGER_COLUMNS.map((column) => column.header), ...options.lines];
  return zipped(ledgerParts(sheetXml({ rows, merges: options.merges })));
}
