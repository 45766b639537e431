import { readFile } from "node:fs/promises";
import { mistakeMessage } from "@anji/ledger-sheet/sheet";
import { sheetXml, zipped } from "@anji/workbook/testing";
import { describe, expect, it } from "vitest";
import { LEDGER_COLUMNS } from "../../src/sheet/ledger-columns.ts";
import { readLedger } from "../../src/sheet/read-ledger.ts";
import { checkOptions } from "./hebei-catalogue.ts";
import { HEADING, ledgerParts, madeLine } from "./made-workbook.ts";

const options = checkOptions();
const HEADERS = LEDGER_COLUMNS.map((column) => column.header);

/** What a file as people send it says of its headers: the cell, the rule and the message. */
async function doubtsOf(bytes: Uint8Array): Promise<string[][]> {
  const { mistakes } = await readLedger(bytes, options);
  return mistakes
    .filter(({ rule }) => /\.(?:header|amountUnit|secondLedger)/.test(rule))
    .map((mistake) => [mistake.rule, mistake.cell, mistakeMessage(mistake, "zh-CN")]);
}

function field(name: string): Promise<Uint8Array> {
  return readFile(new URL(`../fixtures/field/${name}.xlsx`, import.meta.url));
}

function made(...rows: (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  return zipped(ledgerParts(sheetXml({ rows, merges: [] })));
}

describe("a ledger whose headers can be read in two ways is refused with its reason", () => {
  it.each([
    ["01-unit-yuan-in-column-header", "ledgerSheet.headerUnit", "P3", "表头“涉及金额(元)”写的单位不是万元"],
    ["01-unit-yuan-in-group-header", "ledgerSheet.headerUnit", "P3", "表头“金额(元)”写的单位不是万元"],
    ["02-renamed-amount-headers", "ledgerSheet.headerUnknown", "Q3", "不认识表头“已追回金额”"],
    ["02-renamed-amount-headers", "ledgerSheet.headerUnknown", "U3", "不认识表头“未整改金额”"],
    ["02-same-leaf-under-two-groups", "ledgerSheet.headerTwice", "Q4", "表头“涉及金额”与前面的列都是“涉及金额”"],
    ["03-two-ledger-sheets", "ledgerSheet.secondLedger", "A2", "工作表“问题台账 (2)”也像问题台账"],
    ["03-sheet-per-city", "ledgerSheet.secondLedger", "A2", "工作表“保定”也像问题台账"],
    ["12-own-subheader", "ledgerSheet.headerUnknown", "AF4", "不认识表头“其中:个人账户”"],
  ])("%s", async (name, rule, cell, said) => {
    expect(await doubtsOf(await field(name))).toContainEqual([rule, cell, expect.stringContaining(said)]);
  });

  it("where the unit of the amounts is stated nowhere", async () => {
    const bytes = await made(["模板版本：AJ-S2-2008-1"], HEADERS, [...madeLine({})] as (string | number | null)[]);
    expect(await doubtsOf(bytes)).toEqual([
      ["ledgerSheet.amountUnitMissing", "A1", "没有写明金额单位，请在表头上方写明“金额单位：万元”。"],
    ]);
  });

  it("and the template's own headers, in one row or under their groups, raise no doubt", async () => {
    const line = [...madeLine({})] as (string | number | null)[];
    expect(await doubtsOf(await made([HEADING], HEADERS, line))).toEqual([]);
    const groups = LEDGER_COLUMNS.map(({ group, header }) => group ?? header);
    const leaves = LEDGER_COLUMNS.map(({ group, header }) => (group === null ? null : header));
    expect(await doubtsOf(await made([HEADING], groups, leaves, line))).toEqual([]);
  });
});
