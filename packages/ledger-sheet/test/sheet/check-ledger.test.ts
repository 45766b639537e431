import { isWithin, knownDay } from "@anji/kernel";
import { type MadeCell, sheetXml, zipped } from "@anji/workbook/testing";
import { describe, expect, it } from "vitest";

import { LEDGER_COLUMNS, type LedgerField } from "../../src/sheet/ledger-columns.ts";
import { readLedger } from "../../src/sheet/read-ledger.ts";
import { checkOptions } from "./hebei-catalogue.ts";
import { FIELDS, HEADING, ledgerParts, madeLedger, madeLine } from "./made-workbook.ts";

const options = checkOptions();
type Changes = Partial<Record<LedgerField, MadeCell>>;

async function readLines(lines: readonly (readonly MadeCell[])[], merges: readonly string[] = []) {
  return readLedger(await madeLedger({ lines, merges }), options);
}

async function errorsOf(changes: Changes): Promise<readonly string[]> {
  const reading = await readLines([madeLine(changes)]);
  return reading.mistakes.map((mistake) => `${mistake.cell} ${mistake.rule.slice("ledgerSheet.".length)}`);
}

function only(changes: Changes): readonly MadeCell[] {
  return FIELDS.map((field) => changes[field] ?? null);
}

const cached = (value: string): MadeCell => ({ type: "n", xml: `<f>1+1</f><v>${value}</v>` });

describe("a line", () => {
  it.each<[string, Changes, readonly string[]]>([
    ["without any mistake", {}, []],
    ["without its number", { no: null }, ["A3 required"]],
    ["whose number is no integer", { no: "甲" }, ["A3 noNotNumber"]],
    ["with an unknown fund", { fundLine: "养老金" }, ["H3 unknownFund"]],
    ["without a fund", { fundLine: null }, ["H3 required"]],
    ["with an unknown category", { category: "其他" }, ["I3 unknownCategory"]],
    ["without a category, which the kind has", { category: null }, []],
    ["whose kind has another code's name", { kind: "B10 截留" }, ["J3 kindCodeName"]],
    ["with a fund the kind cannot occur in", { kind: "C5", category: "账户与核算" }, ["J3 kindFund"]],
    ["whose amounts do not add up", { found: 101 }, ["U3 identity"]],
    ["with nothing outstanding stated", { outstanding: null }, []],
    ["with a negative part", { recovered: -40, outstanding: 140 }, ["Q3 negativeAmount"]],
    ["with a negative rest", { outstanding: -60 }, ["U3 negativeAmount"]],
    ["with an amount finer than a fen", { found: "100.0000001" }, ["P3 amountTooFine"]],
    ["with an amount too large for any fund", { found: "1E+30" }, ["P3 amountNotNumber"]],
    ["with a number too large for any fund", { found: 1e30 }, ["P3 amountTooLarge"]],
    ["with separators in the wrong place", { found: "1,00" }, ["P3 amountNotNumber"]],
    ["whose formula was never computed", { found: { type: "n", xml: "<f>1+1</f>" } }, ["P3 formulaUncomputed"]],
    ["with a formula error in a text", { summary: { type: "e", xml: "<v>#N/A</v>" } }, ["M3 formulaError"]],
    [
      "that occurred after the closing date",
      { occurrence: "2008-10-01", discoveredOn: "2008-09-30" },
      ["K3 dateAfterClosing"],
    ],
    ["that occurred in the future", { occurrence: "2008-12-01" }, ["K3 dateInFuture"]],
    [
      "discovered before it occurred",
      { occurrence: "2008-09", discoveredOn: "2008-08-31" },
      ["L3 discoveredBeforeOccurred"],
    ],
    ["discovered in a month without a day", { discoveredOn: "2008-09" }, ["L3 dayNeeded"]],
    ["with a date that is none", { occurrence: "九十年代" }, ["K3 dateNotRead"]],
    ["with a day that does not exist", { occurrence: "2007-02-29" }, ["K3 invalidDate"]],
    ["due after the closing date", { dueOn: "2009-03-31" }, []],
    ["with an unknown rectification type", { rectificationKind: "马上改" }, ["V3 unknownRectificationKind"]],
    ["with unknown means", { means: "经济、教育" }, ["AB3 unknownMeans"]],
    ["with a text of a novel's length", { remark: "长".repeat(4001) }, ["AF3 textTooLong"]],
    ["with a unit of another city", { city: "唐山市" }, ["G3 unitCodeName"]],
    ["with a county that is not in its city", { unitCode: null, county: "丰润区" }, ["F3 unitUnknown"]],
    ["with a city nobody knows", { unitCode: null, city: "雄安新区" }, ["E3 unitUnknown"]],
    ["without any unit", { unitCode: null, city: null, county: null }, ["G3 required"]],
    ["of 市本级 without its city", { unitCode: null, city: null, county: "市本级" }, ["E3 required"]],
    ["of a county known by its name alone", { unitCode: null, city: null }, []],
    [
      "with several mistakes at once",
      { fundLine: "x", kind: "y", found: "z", occurrence: "w" },
      ["H3 unknownFund", "J3 unknownKind", "K3 dateNotRead", "P3 amountNotNumber"],
    ],
  ])("%s", async (_, changes, expected) => {
    expect(await errorsOf(changes)).toEqual(expected);
  });

  it.each<[string, MadeCell, bigint]>([
    ["a number", 2.683472, 2_683_472n],
    ["a number with binary noise", { type: "n", xml: "<v>0.30000000000000004</v>" }, 300_000n],
    ["a large number with binary noise", { type: "n", xml: "<v>92584017.317349002</v>" }, 92_584_017_317_349n],
    ["a number in scientific form", { type: "n", xml: "<v>1.4E5</v>" }, 140_000_000_000n],
    ["full-width digits", "１３５，０００．００", 135_000_000_000n],
    ["thousands separators", "126,932.39", 126_932_390_000n],
    ["a formula's stored result", cached("2"), 2_000_000n],
    ["nought", 0, 0n],
  ])("reads %s exactly", async (_, found, fen) => {
    const reading = await readLines([madeLine({ found, recovered: null, outstanding: null })]);
    expect(reading.mistakes).toEqual([]);
    expect(reading.rows[0]?.foundFen).toBe(fen);
  });

  it.each<[string, MadeCell, string]>([
    ["an ISO day", "1996-12-31", "1996-12-31"],
    ["points", "1996.12.31", "1996-12-31"],
    ["slashes without noughts", "2005/1/2", "2005-01-02"],
    ["eight digits", "20051231", "2005-12-31"],
    ["eight digits as a number", 20_051_231, "2005-12-31"],
    ["full-width digits", "２００５－１２－３１", "2005-12-31"],
    ["Chinese", "1999年12月31日", "1999-12-31"],
    ["a month", "1999年12月", "1999-12"],
    ["a year", "2005年", "2005"],
    ["a year as a number", 2005, "2005"],
    ["a bare serial number", 38_717, "2005-12-31"],
    ["a serial number with a time", 38_717.75, "2005-12-31"],
    ["a text with a time", "2005-12-31 08:30:00", "2005-12-31"],
    ["an ISO cell", { type: "d", xml: "<v>2005-12-31T00:00:00</v>" }, "2005-12-31"],
  ])("reads the date of %s", async (_, occurrence, text) => {
    const reading = await readLines([madeLine({ occurrence })]);
    expect(reading.mistakes).toEqual([]);
    expect(reading.rows[0]?.occurrence.text).toBe(text);
  });

  it.each<[string, Changes, string]>([
    ["code as a number", { unitCode: 130_102 }, "130102"],
    ["names with blanks of both widths", { unitCode: null, city: "石家庄市　", county: " 长安区" }, "130102"],
    ["市本级", { unitCode: null, county: "市本级" }, "130100"],
    ["a city without a county", { unitCode: null, county: null }, "130100"],
    ["the province", { unitCode: "130000", city: "河北省", county: "省本级" }, "130000"],
  ])("knows its unit by %s", async (_, changes, unitCode) => {
    const reading = await readLines([madeLine(changes)]);
    expect(reading.mistakes).toEqual([]);
    expect(reading.rows[0]?.unitCode).toBe(unitCode);
  });

  it.each(["B10", "挪用", "B10 挪用", "B10挪用", "b10、挪用", "Ｂ１０　挪用"])("knows its kind by %j", async (kind) => {
    expect((await readLines([madeLine({ kind })])).rows[0]?.kind).toBe("B10");
  });
});

describe("a sheet", () => {
  it("finds its columns by their headers, in any order and in one header row or two", async () => {
    const order = FIELDS.toReversed();
    const headers = order.map((field) => LEDGER_COLUMNS.find((column) => column.field === field)?.header ?? null);
    const line = madeLine({});
    const rows = [
      [HEADING],
      [null, null, ...headers],
      [null, null, ...order.map((field) => line[FIELDS.indexOf(field)] ?? null)],
    ];
    const reading = await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options);
    expect(reading.mistakes).toEqual([]);
    expect(reading.rows[0]).toMatchObject({ unitCode: "130102", cells: { remark: "C3", no: "AH3" } });
  });

  it("names every header it lacks", async () => {
    const rows = [
      [HEADING],
      ["序号", "险种", "问题种类", "发生时间", "问题摘要"],
      [1, "失业保险基金", "B10", "2005", "x"],
    ];
    const reading = await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options);
    const missing = reading.mistakes.filter((mistake) => mistake.rule === "ledgerSheet.headerMissing");
    expect(missing.map((mistake) => mistake.params["field"])).toEqual(["发现时间", "责任单位", "涉及金额", "代码"]);
    expect(reading.rows).toEqual([]);
  });

  it("with amounts in another unit than 万元 is an error, never a sum ten thousand times too large", async () => {
    const rows = [["模板版本：AJ-S2-2008-1 金额单位：元"], LEDGER_COLUMNS.map((column) => column.header), madeLine({})];
    const reading = await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options);
    expect(reading.mistakes.map((mistake) => mistake.rule)).toEqual(["ledgerSheet.amountUnit"]);
  });

  it("without a template version says so and still checks the lines", async () => {
    const rows = [["台账"], LEDGER_COLUMNS.map((column) => column.header), madeLine({ kind: "x" })];
    const reading = await readLedger(await zipped(ledgerParts(sheetXml({ rows, merges: [] }))), options);
    expect(reading.mistakes.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual([
      "A2 ledgerSheet.templateVersion",
      "A2 ledgerSheet.amountUnitMissing",
      "J3 ledgerSheet.unknownKind",
    ]);
  });

  it("without lines, with blank tail rows or with pre-filled numbers holds no finding", async () => {
    const blank = FIELDS.map(() => "  ");
    const numbered = FIELDS.map((field) => (field === "no" ? 7 : null));
    for (const lines of [[], [blank, blank], [numbered]]) {
      expect((await readLines(lines)).mistakes.map((mistake) => mistake.rule)).toEqual(["ledgerSheet.noRows"]);
    }
  });

  it("does not take subtotals, totals, notes and signatures for findings", async () => {
    const lines = [
      madeLine({}),
      only({ project: "小　计", found: 100 }),
      only({ no: "合计", found: 100 }),
      only({ no: "注：金额含利息" }),
      only({ no: "填表人：　审核人：" }),
    ];
    const reading = await readLines(lines);
    expect(reading.texts).toHaveLength(1);
    expect(reading.mistakes).toEqual([]);
  });

  it("warns of a subtotal and a total that are not the sum of their rows", async () => {
    const reading = await readLines([
      madeLine({}),
      only({ project: "小计", found: 99 }),
      only({ project: "合计", outstanding: 1 }),
    ]);
    expect(reading.mistakes.map(({ cell, rule, severity }) => `${cell} ${rule} ${severity}`)).toEqual([
      "P4 ledgerSheet.subtotalDisagrees warning",
      "U5 ledgerSheet.totalDisagrees warning",
    ]);
    expect(reading.rows).toHaveLength(1);
  });

  it("gives a value merged downwards to every row, but never an amount", async () => {
    const lines = [
      madeLine({ no: 1, project: "项目甲" }),
      madeLine({ no: 2, unitCode: "130104", county: "桥西区" }),
      madeLine({ no: 3, unitCode: "130105", county: "新华区", found: null }),
    ];
    const reading = await readLines(lines, ["B3:B5", "P4:P5", "A1:XFD1", "C3:C1048576"]);
    expect(reading.texts.map((row) => row.texts.project)).toEqual(["项目甲", "项目甲", "项目甲"]);
    expect(reading.mistakes.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual([
      "P4 ledgerSheet.amountMerged",
      "P5 ledgerSheet.required",
    ]);
  });

  it("is not slowed down by merges that lie about their size", async () => {
    const merges = Array.from({ length: 20_000 }, () => "B3:B1048576");
    expect((await readLines([madeLine({ project: "甲" })], merges)).rows).toHaveLength(1);
  });

  it("reports a row given twice by its content, and a number given twice by its number", async () => {
    const other = { no: 3, summary: "另一问题", externalNo: "N-1" };
    const reading = await readLines([
      madeLine({ no: 1 }),
      madeLine({ no: 2 }),
      madeLine({ ...other, no: 3 }),
      madeLine({ ...other, no: 4, summary: "又一问题" }),
    ]);
    expect(reading.mistakes.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual([
      "A4:AF4 ledgerSheet.duplicateContent",
      "AE6 ledgerSheet.externalNoRepeated",
    ]);
    expect(reading.rows.map((row) => row.no)).toEqual([1, 3]);
  });

  it("of a county clerk refuses another county's findings at the unit's cell", async () => {
    const bytes = await madeLedger({
      lines: [madeLine({ no: 1 }), madeLine({ no: 2, unitCode: "130104", county: "桥西区" })],
      merges: [],
    });
    const reading = await readLedger(bytes, { ...options, isInArea: (unit) => isWithin(unit.path, "13.01.02") });
    expect(reading.mistakes.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual(["G4 ledgerSheet.unitOutsideArea"]);
    expect(reading.rows.map((row) => row.unitCode)).toEqual(["130102"]);
  });

  it("is judged by its own closing date, and by today where the future begins", async () => {
    const rows = [
      [HEADING.replace("2008年9月30日", "2008年12月31日")],
      LEDGER_COLUMNS.map((column) => column.header),
      madeLine({ occurrence: "2008-11-01", discoveredOn: "2008-11-05" }),
    ];
    const bytes = await zipped(ledgerParts(sheetXml({ rows, merges: [] })));
    const reading = await readLedger(bytes, { ...options, today: knownDay("2008-12-31") });
    expect(reading).toMatchObject({ closingOn: "2008-12-31", mistakes: [] });
  });
});
