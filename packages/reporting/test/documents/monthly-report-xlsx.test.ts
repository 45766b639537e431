import { fen, wanExact } from "@anji/kernel";
import { part, partsOf } from "@anji/official-documents/testing";
import { describe, expect, it } from "vitest";
import { LISTED_AMOUNTS } from "../../src/documents/figure-names.ts";
import { type MonthlyFindingRow, monthlyReportXlsx } from "../../src/documents/index.ts";
import { figuresOf, LANGFANG_REPORT, LANGFANG_ROWS } from "./langfang.ts";
import { recompute, sheetCells } from "./workbook-reading.ts";

const BOOK = await monthlyReportXlsx({ content: LANGFANG_REPORT, rows: LANGFANG_ROWS });
const DETAIL = "问题明细";
const FIGURES = "月报表";

function sheetsOf(file: Uint8Array) {
  return new Map([FIGURES, "增减变动", DETAIL, "填表说明"].map((name) => [name, sheetCells(file, name)]));
}

/** The values of the row that starts with these texts, by column letter. */
function rowStarting(file: Uint8Array, ...texts: string[]): string[] {
  const cells = sheetCells(file, FIGURES);
  const row = [...cells.keys()]
    .filter((at) => at.startsWith("A"))
    .map((at) => at.slice(1))
    .find((at) => texts.every((text, index) => cells.get(`${"ABCD"[index]}${at}`)?.value === text));
  return [..."EFGHIJKL"].map((column) => cells.get(`${column}${row}`)?.value ?? "");
}

async function* streamed(rows: readonly MonthlyFindingRow[]) {
  for (const row of rows) {
    await Promise.resolve();
    yield row;
  }
}

describe("the monthly workbook", () => {
  it("has the sheets 月报表, 增减变动, 问题明细 and 填表说明", () => {
    expect([...part(BOOK, "xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1])).toEqual([
      FIGURES,
      "增减变动",
      DETAIL,
      "填表说明",
    ]);
  });

  it("rolls what is open forward: opening, movements and closing by fund, category and unit", () => {
    const cells = sheetCells(BOOK, "增减变动");
    const rows = [...cells.keys()].filter((at) => at.startsWith("B") && cells.get(at)?.value === "合计");
    expect(rows).toHaveLength(3);
    for (const at of rows) {
      expect([..."CDEFGHIJK"].map((column) => cells.get(`${column}${at.slice(1)}`)?.value)).toEqual([
        "0",
        "582855.93",
        "0",
        "0",
        "251847.84",
        "55040",
        "126932.39",
        "0",
        "149035.7",
      ]);
    }
    expect(part(BOOK, "xl/worksheets/sheet2.xml")).toContain('orientation="landscape"');
  });

  it("lists every ledger line with its amounts in 万元 to the last fen", async () => {
    const [first, ...others] = LANGFANG_ROWS;
    const odd: MonthlyFindingRow[] =
      first === undefined
        ? []
        : [{ ...first, found: "2683472", outstanding: "2683471", recovered: "1", stated: "2683472" }, ...others];
    const cells = sheetCells(
      await monthlyReportXlsx({ content: { ...LANGFANG_REPORT, figures: figuresOf(odd) }, rows: odd }),
      DETAIL,
    );
    for (const [index, row] of odd.entries()) {
      const at = index + 2;
      expect(cells.get(`B${at}`)).toMatchObject({ type: "inlineStr", value: row.number });
      expect([..."CDEFG"].map((column) => cells.get(`${column}${at}`)?.value)).toEqual([
        row.unitName,
        row.fundName,
        row.categoryName,
        row.kindName,
        row.occurred,
      ]);
      for (const [offset, column] of LISTED_AMOUNTS.entries())
        expect(cells.get(`${"IJKLMNO"[offset]}${at}`)).toMatchObject({ type: "n", value: wanExact(fen(row[column])) });
    }
    expect(cells.get("I2")?.value).toBe("2.683472");
    expect(cells.get("J2")?.value).toBe("0.000001");
  });

  it("shows the sums by category and fund, by unit and by kind", () => {
    expect(rowStarting(BOOK, "D", "结余与安全", "P1")).toEqual([
      "1",
      "101800",
      "36260",
      "55040",
      "0",
      "0",
      "10500",
      "0",
    ]);
    expect(rowStarting(BOOK, "C", "账户与核算小计")).toEqual([
      "3",
      "377955.93",
      "215587.84",
      "0",
      "126932.39",
      "0",
      "35435.7",
      "0",
    ]);
    expect(rowStarting(BOOK, "131022", "固安县")).toEqual([
      "2",
      "251023.54",
      "215587.84",
      "0",
      "0",
      "0",
      "35435.7",
      "0",
    ]);
    expect(rowStarting(BOOK, "B11", "欺诈套取")).toEqual(["1", "18100", "0", "0", "0", "0", "18100", "0"]);
    expect(rowStarting(BOOK, "", "合计")).toEqual([
      "7",
      "582855.93",
      "251847.84",
      "55040",
      "126932.39",
      "0",
      "149035.7",
      "0",
    ]);
  });

  it("has only formulas that recompute from the stored cells to the value they carry", async () => {
    // Amounts whose binary fractions do not end, so that an unrounded sum would drift.
    const rows = Array.from({ length: 300 }, (_, index) => {
      const row = LANGFANG_ROWS[index % LANGFANG_ROWS.length];
      if (row === undefined) throw new Error("no row");
      return {
        ...row,
        number: `${index}`,
        found: String(100_000_000_007 + index),
        recovered: "3",
        repaid: "0",
        rebooked: "0",
        writtenOff: "1",
        outstanding: String(100_000_000_003 + index),
        reduced: "2",
        stated: String(100_000_000_009 + index),
      };
    });
    for (const file of [
      BOOK,
      await monthlyReportXlsx({ content: { ...LANGFANG_REPORT, figures: figuresOf(rows) }, rows }),
    ]) {
      const sheets = sheetsOf(file);
      const formulas = [...sheets].flatMap(([sheet, cells]) =>
        [...cells].filter(([, cell]) => cell.formula !== null).map(([at, cell]) => ({ sheet, at, cell })),
      );
      expect(formulas.length).toBeGreaterThan(150);
      const wrong = formulas.filter(
        ({ sheet, cell }) => recompute(cell.formula ?? "", sheet, sheets) !== Number(cell.value),
      );
      expect(wrong).toEqual([]);
    }
  });

  it("makes no figure of lines that do not give it", async () => {
    await expect(monthlyReportXlsx({ content: LANGFANG_REPORT, rows: LANGFANG_ROWS.slice(1) })).rejects.toThrow(
      "ledger lines do not give the frozen figures",
    );
  });

  it("adds a county's lines to its city where the report breaks down by city", async () => {
    const rows = LANGFANG_ROWS.map((row) => ({ ...row, unitKey: "131000" }));
    const figures = figuresOf(rows);
    const city = { key: "131000", name: "廊坊市" };
    const byUnit = [{ ...figures.total, ...city }];
    const rollForward = { ...figures.rollForward, byUnit: [{ ...figures.rollForward.total, ...city }] };
    const content = { ...LANGFANG_REPORT, figures: { ...figures, byUnit, rollForward } };
    const file = await monthlyReportXlsx({ content, rows });
    expect(rowStarting(file, "131000", "廊坊市")).toEqual([
      "7",
      "582855.93",
      "251847.84",
      "55040",
      "126932.39",
      "0",
      "149035.7",
      "0",
    ]);
  });

  it("is a whole workbook for a nil report too", async () => {
    const figures = { ...figuresOf([]), byStatus: [] };
    const file = await monthlyReportXlsx({ content: { ...LANGFANG_REPORT, isNil: true, figures }, rows: [] });
    expect(sheetCells(file, FIGURES).get("A1")?.value).toContain("（零报告）");
    const sheets = sheetsOf(file);
    expect(recompute(sheetCells(file, DETAIL).get("I3")?.formula ?? "", DETAIL, sheets)).toBe(0);
  });

  it("takes its lines from a stream as from a list, to the same bytes, whenever it is made", async () => {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await monthlyReportXlsx({ content: LANGFANG_REPORT, rows: streamed(LANGFANG_ROWS) });
    expect(Buffer.from(again).equals(Buffer.from(BOOK))).toBe(true);
    expect(part(BOOK, "docProps/core.xml").match(/2008-10-05T08:30:00Z/g)).toHaveLength(2);
  });
});

const PAYLOADS = [
  '=HYPERLINK("http://example.invalid","点击")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "＝1+1",
  "_x003D_1+1",
  '</t></is></c><c r="A1"><f>1+1</f></c>',
  "甲\u0000乙\u202e丙&amp;<丁>",
] as const;

describe("text that would be a formula", () => {
  it.each(PAYLOADS)("stays text and is marked so: %j", async (payload) => {
    const rows = LANGFANG_ROWS.map((row) => ({ ...row, unitName: payload, kindName: payload }));
    const figures = figuresOf(rows);
    const file = await monthlyReportXlsx({
      content: { ...LANGFANG_REPORT, unitName: payload, maker: payload, figures },
      rows,
    });
    const cell = sheetCells(file, DETAIL).get("C2");
    const plain = payload.replaceAll(/[\p{Cc}\u202e]/gu, "");
    expect(cell?.type).toBe("inlineStr");
    expect(cell?.formula).toBeNull();
    expect(cell?.value).toBe(plain.replace("_x003D_", "_x005F_x003D_"));
    const formats = [...part(file, "xl/styles.xml").matchAll(/<xf [^>]*applyNumberFormat[^>]*>/g)].map(
      (match) => match[0],
    );
    expect(formats[cell?.style ?? 0]?.includes('quotePrefix="1"')).toBe(/^[=+\-@＝]/.test(plain));
    const formulas = Object.values(partsOf(file)).flatMap((xml) =>
      [...xml.matchAll(/<f>(.*?)<\/f>/g)].map((match) => match[1] ?? ""),
    );
    expect(formulas.filter((formula) => !/^ROUND\(SUM(IFS)?\(/.test(formula))).toEqual([]);
  });
});
