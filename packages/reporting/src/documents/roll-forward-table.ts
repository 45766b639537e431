import { ROLL_COLUMNS, type RollAmounts, type RollColumn, type RollForward } from "@anji/figures";
import { fen, needsRoundingNote, proseText, sumFen, wanText } from "@anji/kernel";
import { type Block, heading, paragraph, plainLine, table } from "@anji/official-documents";
import type { CityStanding } from "../city-standing.ts";
import { ROUNDING_NOTE } from "./figure-table.ts";

export const ROLL_NAMES = {
  opening: "期初",
  added: "本期新增",
  correction: "更正",
  reduced: "核减",
  recovered: "追回",
  repaid: "同级归还",
  rebooked: "调账",
  writtenOff: "核销",
  closing: "期末",
} as const satisfies Record<RollColumn, string>;

export type RollRow = RollAmounts & { readonly name: string };
type Tables = { readonly first: string; readonly rows: readonly RollRow[]; readonly foot: RollRow };

/** 尚未整改金额增减变动: in a sentence and by category, fund and unit. */
export function rollForwardBlocks(roll: RollForward, cities: readonly CityStanding[]): Block[] {
  const total = { ...roll.total, name: "合计" };
  return [
    heading(2, "尚未整改金额增减变动"),
    paragraph(rollSentence(roll.total)),
    ...citySentences(cities),
    ...rollTables("表4　分类别增减变动", { first: "问题类别", rows: roll.byCategory, foot: total }),
    ...rollTables("表5　分基金增减变动", { first: "基金", rows: roll.byFund, foot: total }),
    ...rollTables("表6　分地区（单位）增减变动", { first: "地区（单位）", ...unitRows(roll, cities) }),
  ];
}

/** 期初 + 新增 ± 更正 − 核减 − 四种去向 = 期末 */
function rollSentence(total: RollAmounts): string {
  const said = (column: RollColumn) => `${ROLL_NAMES[column]}${proseText(fen(total[column]))}`;
  return `期初尚未整改${proseText(fen(total.opening))}，${ROLL_COLUMNS.slice(1, -1).map(said).join("，")}，期末尚未整改${proseText(fen(total.closing))}。`;
}

/** 迟报 and 未报 are listed by name. */
function citySentences(cities: readonly CityStanding[]): Block[] {
  const named = (word: string, isSo: (city: CityStanding) => boolean) => {
    const names = cities.filter(isSo).map((city) => plainLine(city.unitName));
    return names.length === 0 ? [] : [`${word}${names.length}个：${names.join("、")}。`];
  };
  const said = [
    ...named("已报送、尚未接收", ({ standing }) => standing === "submitted"),
    ...named("未报", ({ standing }) => standing === "missing"),
    ...named("迟报", ({ isLate }) => isLate),
  ];
  return said.length === 0 ? [] : [paragraph(said.join(""))];
}

const MARKS = { received: "", submitted: "（未接收，未签认）", missing: "（未报，未签认）" } as const;

/**
 * The rows by unit. In the province's report a city that is not received has its row from the ledger, marked, under the
 * total of those received; the foot is the total of all.
 */
export function unitRows(roll: RollForward, cities: readonly CityStanding[]): Pick<Tables, "rows" | "foot"> {
  if (cities.length === 0) return { rows: roll.byUnit, foot: { ...roll.total, name: "合计" } };
  const standing = new Map(cities.map((city) => [city.unitCode, city]));
  const isReceived = ({ key }: { key: string }) => standing.get(key)?.standing === "received";
  const received = roll.byUnit.filter(isReceived);
  const others = cities
    .filter((city) => city.standing !== "received")
    .map((city) => ({
      ...(roll.byUnit.find((row) => row.key === city.unitCode) ?? NOTHING),
      name: `${plainLine(city.unitName)}${MARKS[city.standing]}`,
    }));
  const own = roll.byUnit
    .filter((row) => !standing.has(row.key))
    .map((row) => ({ ...row, name: `${row.name}（本级）` }));
  const count = cities.filter((city) => city.standing === "received").length;
  return {
    rows: [...received, { ...sumOf(received), name: `已接收${count}市` }, ...others, ...own],
    foot: { ...roll.total, name: "全部" },
  };
}

const NOTHING: RollAmounts = {
  opening: "0",
  added: "0",
  correction: "0",
  reduced: "0",
  recovered: "0",
  repaid: "0",
  rebooked: "0",
  writtenOff: "0",
  closing: "0",
};

function sumOf(rows: readonly RollAmounts[]): RollAmounts {
  const sums = ROLL_COLUMNS.map((column) => [column, sumFen(rows.map((row) => fen(row[column]))).toString()] as const);
  return { ...NOTHING, ...Object.fromEntries(sums) };
}

/** Characters that nine columns of figures and a name have room for on a page. */
const FIGURE_CHARACTERS_MAX = 64;
const INTO = ROLL_COLUMNS.slice(0, 4);
const OUT_OF = ROLL_COLUMNS.slice(4);

/** One table, or two where its figures are too long for the width of a page. */
function rollTables(caption: string, tables: Tables): Block[] {
  if (tables.rows.length === 0) return [];
  const texts = ROLL_COLUMNS.map((column) =>
    Math.max(...[...tables.rows, tables.foot].map((row) => shown(row[column]).length)),
  );
  const isWide = texts.reduce((sum, length) => sum + length, 0) > FIGURE_CHARACTERS_MAX;
  return isWide
    ? [rollTable(`${caption}（一）`, tables, INTO), rollTable(`${caption}（二）`, tables, OUT_OF)]
    : [rollTable(caption, tables, ROLL_COLUMNS)];
}

function rollTable(caption: string, { first, rows, foot }: Tables, columns: readonly RollColumn[]): Block {
  const cells = (row: RollRow) => [plainLine(row.name), ...columns.map((column) => shown(row[column]))];
  const isRounded = columns.some((column) =>
    needsRoundingNote({ parts: rows.map((row) => fen(row[column])), total: fen(foot[column]) }),
  );
  return table({
    caption,
    unit: "单位：万元",
    columns: [
      { title: first, holds: "text" },
      ...columns.map((column) => ({ title: ROLL_NAMES[column], holds: "number" }) as const),
    ],
    rows: rows.map(cells),
    foot: cells(foot),
    notes: isRounded ? [ROUNDING_NOTE] : [],
  });
}

function shown(amount: string): string {
  return amount === "0" ? "—" : wanText(fen(amount));
}
