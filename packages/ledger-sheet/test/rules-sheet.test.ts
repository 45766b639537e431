import { isWithin } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { mistakeMessage, type SheetRule } from "@anji/ledger-sheet/sheet";
import { type MadeCell, sheetXml, zipped } from "@anji/workbook/testing";
import { describe, expect, it } from "vitest";
import { LEDGER_COLUMNS, type LedgerField } from "../src/sheet/ledger-columns.ts";
import { readLedger } from "../src/sheet/read-ledger.ts";
import { LEDGER_ROWS_MAX } from "../src/sheet/read-ledger-sheet.ts";
import { checkOptions } from "./sheet/hebei-catalogue.ts";
import { FIELDS, HEADING, ledgerParts, madeLedger, madeLine } from "./sheet/made-workbook.ts";

const options = checkOptions();
type Changes = Partial<Record<LedgerField, MadeCell>>;
type Mistake = readonly [rule: SheetRule, cell: string, said: string];

/** The mistakes a clerk sees for a ledger with these lines: rule, cell and message, errors and warnings. */
async function saidOf(
  lines: readonly (readonly MadeCell[])[],
  sheet: { merges: readonly string[]; area: string } = { merges: [], area: "13" },
) {
  const bytes = await madeLedger({ lines, merges: sheet.merges });
  const { mistakes } = await readLedger(bytes, { ...options, isInArea: (unit) => isWithin(unit.path, sheet.area) });
  return mistakes.map((mistake) => [mistake.rule, mistake.cell, mistakeMessage(mistake, "zh-CN")]);
}

function only(changes: Changes): readonly MadeCell[] {
  return FIELDS.map((field) => changes[field] ?? null);
}

describe("a line of the ledger", () => {
  const county = { unitCode: null, city: null };
  it.each<[line: string, changes: Changes, ...mistake: Mistake]>([
    ["without its number", { no: null }, "ledgerSheet.required", "A3", "序号必填。"],
    ["with a number that is none", { no: "甲" }, "ledgerSheet.noNotNumber", "A3", "序号“甲”不是整数。"],
    [
      "with a text beyond what a column holds",
      { remark: "长".repeat(4001) },
      "ledgerSheet.textTooLong",
      "AF3",
      "备注超过 4000 个字。",
    ],
    [
      "with a formula error for a text",
      { summary: { type: "e", xml: "<v>#N/A</v>" } },
      "ledgerSheet.formulaError",
      "M3",
      "单元格为公式错误 #N/A，没有数值，请改为数值。",
    ],
    [
      "with a formula never computed",
      { found: { type: "n", xml: "<f>1+1</f>" } },
      "ledgerSheet.formulaUncomputed",
      "P3",
      "公式没有保存计算结果，请用表格软件打开、保存后再上传。",
    ],
    [
      "with a fund outside the campaign",
      { fundLine: "公积金" },
      "ledgerSheet.unknownFund",
      "H3",
      "险种“公积金”不在本次专项治理的",
    ],
    [
      "with a category outside the catalogue",
      { category: "其他" },
      "ledgerSheet.unknownCategory",
      "I3",
      "问题类别“其他”不在目录中，应为",
    ],
    ["with a kind outside the catalogue", { kind: "丢失" }, "ledgerSheet.unknownKind", "J3", "问题种类“丢失”不在目录"],
    [
      "with one kind's code and another's name",
      { kind: "B10 截留" },
      "ledgerSheet.kindCodeName",
      "J3",
      "问题种类代码 B10 的名称是“挪用”，与所填“B10 截留”不一致。",
    ],
    [
      "with a kind that cannot occur in the fund",
      { kind: "C5", category: "账户与核算" },
      "ledgerSheet.kindFund",
      "J3",
      "不适用于失业保险基金，请改正险种或种类。",
    ],
    ["with a category the kind is not of", { category: "征缴" }, "ledgerSheet.categoryKind", "I3", "“挪用”属于"],
    [
      "with a unit nobody knows",
      { unitCode: "139999" },
      "ledgerSheet.unitUnknown",
      "G3",
      "单位“139999 石家庄市长安区”不在本次专项治理的区划树中",
    ],
    [
      "with a county of a name two cities have",
      { ...county, county: "桥西区" },
      "ledgerSheet.unitAmbiguous",
      "F3",
      "“桥西区”在",
    ],
    [
      "with a unit's code beside another's name",
      { county: "桥东区" },
      "ledgerSheet.unitCodeName",
      "G3",
      "代码与单位名称不一致：130102 是石家庄市长安区。",
    ],
    ["with words for an amount", { found: "约百万" }, "ledgerSheet.amountNotNumber", "P3", "涉及金额“约百万”不是数字"],
    [
      "with an amount finer than a fen",
      { found: "100.0000001" },
      "ledgerSheet.amountTooFine",
      "P3",
      "涉及金额“100.0000001”不足一分",
    ],
    ["with an amount no fund has", { found: 1e30 }, "ledgerSheet.amountTooLarge", "P3", "过大，请核对单位是否为万元。"],
    [
      "with a negative amount",
      { recovered: -40, outstanding: 140 },
      "ledgerSheet.negativeAmount",
      "Q3",
      "不能为负数。",
    ],
    [
      "with more recovered than was found",
      { recovered: 101, outstanding: 0 },
      "ledgerSheet.rectifiedAboveFound",
      "Q3",
      "（101.00）大于涉及金额（100.00）。",
    ],
    [
      "with parts that are not the whole",
      { found: 101 },
      "ledgerSheet.identity",
      "U3",
      "涉及金额（101.00）不等于追回纠正、同级政府归还、调账补记、核销与尚未整改之和（100.00）。",
    ],
    [
      "with a day that does not exist",
      { occurrence: "2007-02-29" },
      "ledgerSheet.invalidDate",
      "K3",
      "日期 2007-02-29 不存在。",
    ],
    ["with words for a date", { occurrence: "九十年代" }, "ledgerSheet.dateNotRead", "K3", "“九十年代”不是日期"],
    [
      "discovered in a month without a day",
      { discoveredOn: "2008-09" },
      "ledgerSheet.dayNeeded",
      "L3",
      "“2008-09”须写到日。",
    ],
    [
      "that occurred in the future",
      { occurrence: "2008-12-01" },
      "ledgerSheet.dateInFuture",
      "K3",
      "2008-12-01 晚于截止日期（2008-09-30）和当前日期。",
    ],
    [
      "that occurred after the closing date",
      { occurrence: "2008-10-01", discoveredOn: "2008-09-30" },
      "ledgerSheet.dateAfterClosing",
      "K3",
      "2008-10-01 晚于截止日期（2008-09-30）。",
    ],
    [
      "discovered before it occurred",
      { occurrence: "2008-09", discoveredOn: "2008-08-31" },
      "ledgerSheet.discoveredBeforeOccurred",
      "L3",
      "发现时间 2008-08-31 早于发生时间 2008-09。",
    ],
    [
      "with a rectification type of its own",
      { rectificationKind: "马上改" },
      "ledgerSheet.unknownRectificationKind",
      "V3",
      "整改类型“马上改”应为",
    ],
    [
      "with means the plan does not name",
      { means: "经济、教育" },
      "ledgerSheet.unknownMeans",
      "AB3",
      "处理手段“经济、教育”应为",
    ],
  ])("%s is refused at its cell, with the fix", async (_, changes, rule, cell, said) => {
    expect(await saidOf([madeLine(changes)])).toEqual([[rule, cell, expect.stringContaining(said)]]);
  });
});

describe("the lines of a ledger beside one another", () => {
  const second: Changes = { no: 2, unitCode: "130104", county: "桥西区" };

  it("an amount merged over rows is no row's amount", async () => {
    const said = await saidOf([madeLine({}), madeLine({ ...second, found: null })], { merges: ["P3:P4"], area: "13" });
    expect(said[0]).toEqual(["ledgerSheet.amountMerged", "P3", "涉及金额不能跨行合并，请逐行填写金额。"]);
  });

  it("a row repeated with its internal number, or by its content alone, is named with the first", async () => {
    const numbered = await saidOf([madeLine({ externalNo: "N-1" }), madeLine({ no: 2, externalNo: "N-1" })]);
    expect(numbered).toEqual([
      ["ledgerSheet.duplicateRow", "A4:AF4", "与第 3 行重复（内部编号 N-1 相同，内容相同），请删去一行。"],
    ]);
    const bare = await saidOf([madeLine({}), madeLine({ no: 2 })]);
    expect(bare).toEqual([
      ["ledgerSheet.duplicateContent", "A4:AF4", "与第 3 行重复（内容相同），请删去一行，或填写内部编号加以区别。"],
    ]);
  });

  it("an internal number stands for one finding only", async () => {
    const said = await saidOf([
      madeLine({ externalNo: "N-1" }),
      madeLine({ no: 2, externalNo: "N-1", summary: "另一问题" }),
    ]);
    expect(said).toEqual([["ledgerSheet.externalNoRepeated", "AE4", "内部编号 N-1 与第 3 行相同，但内容不同。"]]);
  });

  it("a clerk brings in findings of his own area only", async () => {
    const said = await saidOf([madeLine({}), madeLine(second)], { merges: [], area: "13.01.02" });
    expect(said).toEqual([["ledgerSheet.unitOutsideArea", "G4", "石家庄市桥西区不在您的管理范围内，不能由您导入。"]]);
  });

  it("a subtotal and a total that disagree with their rows are said, and the rows count", async () => {
    const said = await saidOf([
      madeLine({}),
      only({ project: "小计", found: 99 }),
      only({ project: "合计", found: 98 }),
    ]);
    expect(said).toEqual([
      ["ledgerSheet.subtotalDisagrees", "P4", "小计 99.00 与各行之和 100.00 不符，以各行为准。"],
      ["ledgerSheet.totalDisagrees", "P5", "合计 98.00 与各行之和 100.00 不符，以各行为准。"],
    ]);
  });
});

describe("a ledger as a whole", () => {
  it("of another template than the current one is told both versions", async () => {
    const rows = [
      [HEADING.replace("AJ-S2-2008-1", "AJ-S2-2007-9")],
      LEDGER_COLUMNS.map((column) => column.header),
      madeLine({}),
    ];
    const reading = await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options);
    expect(reading.mistakes).toMatchObject([
      {
        rule: "ledgerSheet.templateVersion",
        severity: "error",
        params: { found: "AJ-S2-2007-9", current: "AJ-S2-2008-1" },
      },
    ]);
  });

  it("is not found in a workbook without its headers, in UTF-8 and in UTF-16", async () => {
    const sheet = sheetXml({ rows: [[HEADING]], merges: [] });
    for (const written of [sheet, Buffer.from(`\ufeff${sheet}`, "utf16le")]) {
      const parts = ledgerParts(sheet).set("xl/worksheets/sheet1.xml", written);
      const refusal = await refusalOf(readLedger(await zipped(parts), options));
      expect(refusal).toMatchObject({
        code: "invalid",
        rule: "ledgerSheet.noLedger",
        params: { sheet: "问题台账" },
      });
    }
  });

  it("is read in no time under a heading of any length, of which the first 200 characters count", async () => {
    const headers = LEDGER_COLUMNS.map((column) => column.header);
    const versionUnder = async (heading: string) => {
      const rows = [[heading], headers, madeLine({})];
      return (await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options)).templateVersion;
    };
    const startedAt = performance.now();
    expect(await versionUnder(`${HEADING} ${"长".repeat(300_000)}`)).toBe("AJ-S2-2008-1");
    expect(await versionUnder(`${"长".repeat(200)} ${HEADING}`)).toBe(null);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it("is read in no time with a cell that is one long run of blanks", async () => {
    const startedAt = performance.now();
    const said = await saidOf([madeLine({ remark: `长${" ".repeat(300_000)}长\u200b` })]);
    expect(said).toEqual([["ledgerSheet.textTooLong", "AF3", "备注超过 4000 个字。"]]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it("of more lines than an import takes is refused, however small the file", async () => {
    const lines = Array.from({ length: LEDGER_ROWS_MAX + 1 }, (_, at) => [at + 1, "财政借款"]);
    const rows = [[HEADING], ["序号", "问题摘要", "险种", "问题种类", "涉及金额"], ...lines];
    const bytes = await zipped(ledgerParts(sheetXml({ rows, merges: [] })));
    const refusal = await refusalOf(readLedger(bytes, options));
    expect(refusal).toMatchObject({ rule: "ledgerSheet.tooManyRows", params: { maximum: LEDGER_ROWS_MAX } });
  });
});
