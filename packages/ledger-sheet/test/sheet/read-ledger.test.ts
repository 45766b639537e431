import { SHEET_RULE_CODES } from "@anji/ledger-sheet/testing";
import { beforeAll, describe, expect, it } from "vitest";

import { parse } from "./fixture-csv.ts";
import { readLedger } from "../../src/sheet/read-ledger.ts";
import type { LedgerReading, LedgerRow } from "../../src/sheet/ledger-reading.ts";
import { mistakeMessage } from "../../src/sheet/sheet-rules.ts";
import { checkOptions, fixture, hebeiCatalogue } from "./hebei-catalogue.ts";

const catalogue = hebeiCatalogue();
const fundName = new Map(catalogue.funds.map((fund) => [fund.code, fund.name]));
const categoryName = new Map(catalogue.categories.map((category) => [category.code, category.name]));
const cityOf = new Map(catalogue.units.map((unit) => [unit.code, unit.level === "city" ? unit.code : unit.parentCode]));

describe("the ledger of earlier findings", () => {
  let reading: LedgerReading;
  const totals = JSON.parse(fixture("totals.json").toString("utf8"));
  beforeAll(async () => {
    reading = await readLedger(fixture("earlier-findings.xlsx"), checkOptions());
  });

  it("gives every row exactly as it must be read", () => {
    expect(reading.rows.map(inTotalsForm)).toEqual(totals.rows);
  });

  it("gives every sum exactly", () => {
    expect(sumsOf(reading.rows)).toEqual(totals.total);
    expect(groupSums(reading.rows, (row) => cityOf.get(row.unitCode) ?? "")).toEqual(totals.byCity);
    expect(groupSums(reading.rows, (row) => fundName.get(row.fundLine) ?? "")).toEqual(totals.byFund);
    expect(groupSums(reading.rows, (row) => categoryName.get(row.category) ?? "")).toEqual(totals.byCategory);
    expect(groupSums(reading.rows, (row) => row.kind)).toEqual(totals.byKind);
    expect(groupSums(reading.rows, (row) => row.unitCode)).toEqual(totals.byUnit);
  });

  it("has no error, and warns only of the 合计 that is too small", () => {
    expect(reading.mistakes.map(({ cell, rule, severity }) => ({ cell, rule, severity }))).toEqual([
      { cell: "U72", rule: "ledgerSheet.totalDisagrees", severity: "warning" },
    ]);
  });

  it("counts a hidden row and reads a hidden column", () => {
    const hidden = reading.rows.filter((row) => row.isHidden);
    expect(hidden.map((row) => row.no)).toEqual([9]);
    expect(reading.rows.map((row) => row.externalNo)).toContain("YQ-2008-009");
  });

  it("keeps what stands in every other column", () => {
    expect(reading.rows[0]).toMatchObject({
      noticeNo: "国发〔1997〕4号",
      auditedBody: "地方政府",
      summary: "财政借款：平衡预算",
      basis: "国发〔1997〕4号",
      rectificationKind: "continuing",
      measures: "清收、归还、调整账目",
      department: "基金管理科",
      responsiblePerson: "负责人乙",
      advice: "限期收回并完善内控",
      means: ["economic", "administrative"],
      demonstrationNote: "单位;险种;金额分摊",
      externalNo: "YQ-2008-001",
      remark: null,
      cells: { no: "A5", found: "P5", externalNo: "AE5", remark: "AF5" },
    });
  });
});

describe("the ledger with planted mistakes", () => {
  let reading: LedgerReading;
  const expected = parse(fixture("errors.csv").toString("utf8"));
  beforeAll(async () => {
    reading = await readLedger(fixture("earlier-findings-bad.xlsx"), checkOptions());
  });

  it("gives all fifteen, each at its cell, and no error anywhere else", () => {
    const errors = reading.mistakes.filter((mistake) => mistake.severity === "error");
    const found = errors.map(({ sheet, cell, rule }) => ({ sheet, cell, rule: codeOf(rule) }));
    expect(found.toSorted(byCell)).toEqual(
      expected.map(({ sheet, cell, rule }) => ({ sheet, cell, rule })).toSorted(byCell),
    );
  });

  it("says in Chinese what is wrong, and more on what to do", () => {
    const messages = new Map(reading.mistakes.map((mistake) => [mistake.cell, mistakeMessage(mistake, "zh-CN")]));
    for (const { cell = "", message = "" } of expected) expect(messages.get(cell)).toContain(message);
  });

  it("says the same in English without a gap", () => {
    for (const mistake of reading.mistakes) {
      expect(mistakeMessage(mistake, "en")).not.toMatch(/\{|undefined/);
      expect(mistakeMessage(mistake, "zh-CN")).not.toMatch(/\{|undefined/);
    }
  });

  it("keeps the sound rows and the text of the mistaken ones", () => {
    expect(reading.rows).toHaveLength(60 - 14);
    expect(reading.texts).toHaveLength(60);
    expect(reading.texts.find((row) => row.rowNumber === 40)?.texts.found).toBe("约三千万");
  });
});

function byCell(one: { cell?: string | undefined }, other: { cell?: string | undefined }): number {
  return (one.cell ?? "").localeCompare(other.cell ?? "");
}

function codeOf(rule: string): string {
  const codes: Readonly<Record<string, string>> = SHEET_RULE_CODES;
  return codes[rule] ?? rule;
}

function inTotalsForm(row: LedgerRow) {
  return {
    row: row.rowNumber,
    no: row.no,
    project: row.project,
    unit: row.unitCode,
    city: cityOf.get(row.unitCode),
    fund: fundName.get(row.fundLine),
    category: categoryName.get(row.category),
    kind: row.kind,
    occurred: row.occurrence.text,
    precision: row.occurrence.precision,
    discovered: row.discoveredOn,
    due: row.dueOn,
    responsible: row.responsibleUnit,
    source: row.source,
    ...amountsOf(row),
  };
}

function amountsOf(row: LedgerRow) {
  return {
    found: Number(row.foundFen),
    recovered: Number(row.recoveredFen),
    repaid: Number(row.repaidFen),
    rebooked: Number(row.rebookedFen),
    writtenOff: Number(row.writtenOffFen),
    outstanding: Number(row.outstandingFen),
  };
}

function sumsOf(rows: readonly LedgerRow[]) {
  const sums = { count: rows.length, found: 0, recovered: 0, repaid: 0, rebooked: 0, writtenOff: 0, outstanding: 0 };
  for (const amounts of rows.map(amountsOf)) {
    sums.found += amounts.found;
    sums.recovered += amounts.recovered;
    sums.repaid += amounts.repaid;
    sums.rebooked += amounts.rebooked;
    sums.writtenOff += amounts.writtenOff;
    sums.outstanding += amounts.outstanding;
  }
  return sums;
}

function groupSums(rows: readonly LedgerRow[], keyOf: (row: LedgerRow) => string) {
  const groups = Map.groupBy(rows, keyOf);
  return Object.fromEntries([...groups].map(([key, members]) => [key, sumsOf(members)]));
}
