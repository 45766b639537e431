import { fen, knownDay } from "@anji/kernel";
import type { LedgerFacts, SheetRule } from "./sheet/index.ts";

/** The smallest valid row of a ledger sheet; a test names only what it is about. */
export function aLedgerRow(changes: Partial<LedgerFacts>): LedgerFacts {
  return {
    no: 1,
    project: "2008年自查",
    noticeNo: null,
    auditedBody: null,
    unitCode: "130102",
    fundLine: "enterprise-pension",
    category: "B",
    kind: "B10",
    occurrence: { text: "2005-12-31", precision: "day" },
    discoveredOn: knownDay("2008-09-01"),
    summary: "财政借款",
    basis: null,
    responsibleUnit: "长安区社会保险经办机构",
    foundFen: fen(100n),
    recoveredFen: fen(0n),
    repaidFen: fen(0n),
    rebookedFen: fen(0n),
    writtenOffFen: fen(0n),
    outstandingFen: fen(100n),
    rectificationKind: null,
    measures: null,
    dueOn: null,
    department: null,
    responsiblePerson: null,
    advice: null,
    means: [],
    demonstrationNote: null,
    source: null,
    externalNo: null,
    remark: null,
    ...changes,
  };
}

/** The names of these rules in the error lists of earlier systems. */
export const SHEET_RULE_CODES = {
  "ledgerSheet.templateVersion": "TEMPLATE_VERSION",
  "ledgerSheet.unknownKind": "UNKNOWN_KIND",
  "ledgerSheet.kindFund": "KIND_FUND",
  "ledgerSheet.unitUnknown": "UNIT_UNKNOWN",
  "ledgerSheet.unitAmbiguous": "UNIT_AMBIGUOUS",
  "ledgerSheet.negativeAmount": "NEGATIVE_AMOUNT",
  "ledgerSheet.invalidDate": "INVALID_DATE",
  "ledgerSheet.rectifiedAboveFound": "RECTIFIED_GT_FOUND",
  "ledgerSheet.duplicateRow": "DUPLICATE_ROW",
  "ledgerSheet.amountNotNumber": "AMOUNT_NOT_NUMBER",
  "ledgerSheet.required": "REQUIRED",
  "ledgerSheet.formulaError": "FORMULA_ERROR",
  "ledgerSheet.dateInFuture": "DATE_IN_FUTURE",
  "ledgerSheet.unitCodeName": "UNIT_CODE_NAME",
  "ledgerSheet.categoryKind": "CATEGORY_KIND",
} as const satisfies Partial<Record<SheetRule, string>>;
