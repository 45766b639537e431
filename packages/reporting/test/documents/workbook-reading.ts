import { part, unescaped } from "@anji/official-documents/testing";

export type ReadCell = {
  readonly type: string;
  readonly value: string;
  readonly formula: string | null;
  readonly style: number;
};

/** The cells of a sheet by address, read from its XML alone. */
export function sheetCells(file: Uint8Array, name: string): Map<string, ReadCell> {
  const sheets = [...part(file, "xl/workbook.xml").matchAll(/<sheet name="([^"]+)" sheetId="(\d+)"/g)];
  const number = sheets.find((sheet) => unescaped(sheet[1] ?? "") === name)?.[2];
  const xml = part(file, `xl/worksheets/sheet${number}.xml`);
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"(?: t="(\w+)")?>(.*?)<\/c>/gs)].map(
      ([, at = "", style, type = "n", inner = ""]) => [
        at,
        {
          type,
          style: Number(style),
          value: unescaped(
            /<t[^>]*>(.*)<\/t>|<v>(.*)<\/v>/s
              .exec(inner)
              ?.slice(1)
              .find((text) => text !== undefined) ?? "",
          ),
          formula: formulaOf(inner),
        },
      ],
    ),
  );
}

function formulaOf(inner: string): string | null {
  const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
  return formula === undefined ? null : unescaped(formula);
}

/**
 * Computes the formulas the report uses, ROUND(SUM(…),6), ROUND(SUMIFS(…),6) and ROUND(SUM(…)-SUM(…),6), from the
 * stored cells alone.
 */
export function recompute(
  formula: string,
  sheet: string,
  sheets: ReadonlyMap<string, ReadonlyMap<string, ReadCell>>,
): number {
  const difference = /^ROUND\((SUM\([^)]*\))-(SUM\([^)]*\)),6\)$/.exec(formula);
  if (difference !== null) {
    const [into = 0, outOf = 0] = difference.slice(1).map((sum) => recompute(`ROUND(${sum},6)`, sheet, sheets));
    return rounded(into - outOf);
  }
  const match = /^ROUND\((SUM|SUMIFS)\((.*)\),6\)$/.exec(formula);
  if (match === null) throw new Error(`a formula the test cannot compute: ${formula}`);
  const ranges = (match[2] ?? "").split(",").map((range) => cellsOf(range, sheet, sheets));
  const values = (cells: readonly (ReadCell | undefined)[]): number[] =>
    cells.map((cell) => (cell === undefined || cell.type !== "n" ? 0 : evaluated(cell, sheet, sheets)));
  if (match[1] === "SUM") return rounded(ranges.flatMap(values).reduce((sum, value) => sum + value, 0));
  const [summed = [], ...conditions] = ranges;
  let total = 0;
  for (const [index, value] of values(summed).entries()) {
    let isSelected = true;
    for (let pair = 0; pair < conditions.length; pair += 2) {
      isSelected &&= conditions[pair]?.[index]?.value === conditions[pair + 1]?.[0]?.value;
    }
    if (isSelected) total += value;
  }
  return rounded(total);
}

function evaluated(cell: ReadCell, sheet: string, sheets: ReadonlyMap<string, ReadonlyMap<string, ReadCell>>): number {
  return cell.formula === null ? Number(cell.value) : recompute(cell.formula, sheet, sheets);
}

function cellsOf(
  range: string,
  sheet: string,
  sheets: ReadonlyMap<string, ReadonlyMap<string, ReadCell>>,
): (ReadCell | undefined)[] {
  const [, named, from, first, to, last] =
    /^(?:'([^']+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range) ?? [];
  const cells = sheets.get(named ?? sheet);
  if (from === undefined || cells === undefined || (to !== undefined && to !== from))
    throw new Error(`not a column of cells: ${range}`);
  const rows = Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, index) => Number(first) + index);
  return rows.map((row) => cells.get(`${from}${row}`));
}

function rounded(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}
