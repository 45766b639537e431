import type { Readable } from "node:stream";

import { dayText, type Day } from "@anji/kernel";
import { workbookParts, writeOfficeFile, type WrittenSheet } from "@anji/workbook/writing";

import type { LedgerCatalogue } from "./ledger-catalogue.ts";
import type { LedgerFacts } from "./ledger-reading.ts";
import { LEDGER_SHEET } from "./read-ledger-sheet.ts";
import { guideSheet, listsSheet } from "./writing/ledger-guide.ts";
import { ledgerNames } from "./writing/ledger-row-xml.ts";
import { ledgerSheetXml } from "./writing/ledger-sheet-xml.ts";
import { LEDGER_STYLES } from "./writing/ledger-styles.ts";

export type LedgerWorkbook = {
  readonly catalogue: LedgerCatalogue;
  readonly title: string;
  /** 填报单位. */
  readonly reportingUnit: string;
  /** 截止日期: no finding in the sheet may be dated later. */
  readonly closingOn: Day;
};

/** The template for download: headers, drop-down lists, instructions, and no row that would be read as a finding. */
export function writeLedgerTemplate(workbook: LedgerWorkbook): Readable {
  return ledgerStream(workbook, null);
}

/** The ledger in the template's layout, streamed while the rows come. Importing it again gives the same rows. */
export function writeLedger(workbook: LedgerWorkbook, rows: AsyncIterable<LedgerFacts>): Readable {
  return ledgerStream(workbook, rows);
}

function ledgerStream(workbook: LedgerWorkbook, rows: AsyncIterable<LedgerFacts> | null): Readable {
  const { catalogue, title } = workbook;
  const names = ledgerNames(catalogue);
  const sheets: readonly WrittenSheet[] = [
    {
      name: LEDGER_SHEET,
      content: ledgerSheetXml({ catalogue, names, title, heading: headingOf(workbook), rows }),
      printing: () => ({ area: null, titles: "$3:$4" }),
    },
    guideSheet(),
    listsSheet(catalogue, names),
  ];
  return writeOfficeFile(workbookParts({ sheets, stylesXml: LEDGER_STYLES.xml, propertiesXml: null }));
}

function headingOf(workbook: LedgerWorkbook): string {
  const statements = [
    ["填报单位", workbook.reportingUnit.replaceAll(/[\s\u3000：:]/g, "")],
    ["模板版本", workbook.catalogue.templateVersion],
    ["截止日期", dayText(workbook.closingOn, "zh-CN")],
    ["金额单位", "万元"],
  ];
  return statements.map(([name, value]) => `${name}：${value}`).join("    ");
}
