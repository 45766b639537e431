import { halfWidth } from "@anji/kernel";

import type { LedgerCategory, LedgerFund, LedgerKind } from "../ledger-catalogue.ts";
import { textOf } from "../ledger-sheet.ts";
import { lookupText, reportError, requiredText, isReadable, type LineCheck } from "./line-check.ts";

export type LedgerClassification = { readonly fundLine: string; readonly category: string; readonly kind: string };

export function readClassification(check: LineCheck): LedgerClassification | null {
  const fund = readFund(check);
  const kind = readKind(check);
  const category = readCategory(check);
  if (kind === null) return null;
  const isInCategory = category === undefined || category === null || category.code === kind.category;
  if (!isInCategory)
    reportError(check, {
      field: "category",
      rule: "ledgerSheet.categoryKind",
      params: { kind: kind.name, category: categoryName(check, kind) },
    });
  if (fund === null) return null;
  const isInFund = kind.fundLines.includes(fund.code);
  if (!isInFund)
    reportError(check, {
      field: "kind",
      rule: "ledgerSheet.kindFund",
      params: { kind: kind.name, fund: fund.name },
    });
  return isInCategory && isInFund && category !== null
    ? { fundLine: fund.code, category: kind.category, kind: kind.code }
    : null;
}

function readFund(check: LineCheck): LedgerFund | null {
  if (requiredText(check, "fundLine") === null) return null;
  const fund = check.index.funds.get(lookupText(check, "fundLine"));
  if (fund !== undefined) return fund;
  const params = { text: textOf(check.line, "fundLine"), count: check.index.catalogue.funds.length };
  return reportError(check, { field: "fundLine", rule: "ledgerSheet.unknownFund", params });
}

/** The category may be left out, the kind has it: undefined then, null when it was mistaken. */
function readCategory(check: LineCheck): LedgerCategory | null | undefined {
  if (!check.line.cells.has("category")) return undefined;
  if (!isReadable(check, "category")) return null;
  const category = check.index.categories.get(lookupText(check, "category"));
  if (category !== undefined) return category;
  const names = check.index.catalogue.categories.map((each) => each.name).join("、");
  return reportError(check, {
    field: "category",
    rule: "ledgerSheet.unknownCategory",
    params: { text: textOf(check.line, "category"), names },
  });
}

const CODE_AND_NAME = /^([A-Z]\d+)[-—.:、]?(.*)$/i;

/** A kind is written as its code, its name, or both: "B10", "挪用", "B10 挪用", "B10挪用". */
function readKind(check: LineCheck): LedgerKind | null {
  if (requiredText(check, "kind") === null) return null;
  const text = textOf(check.line, "kind");
  const plain = lookupText(check, "kind");
  const byName = check.index.kindsByName.get(plain);
  if (byName !== undefined) return byName;
  const [, code = "", name = ""] = CODE_AND_NAME.exec(plain) ?? [];
  const byCode = check.index.kindsByCode.get(code.toUpperCase());
  if (byCode === undefined) {
    return reportError(check, {
      field: "kind",
      rule: "ledgerSheet.unknownKind",
      params: { text, count: check.index.catalogue.kinds.length },
    });
  }
  if (name === "" || name === halfWidth(byCode.name)) return byCode;
  return reportError(check, {
    field: "kind",
    rule: "ledgerSheet.kindCodeName",
    params: { code: byCode.code, name: byCode.name, text },
  });
}

function categoryName(check: LineCheck, kind: LedgerKind): string {
  return check.index.categories.get(halfWidth(kind.category))?.name ?? kind.category;
}
