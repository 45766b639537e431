import { columnSum, type FigureLine, type Money, SETTLED_COLUMNS, type StatusLine, type Tally } from "@anji/figures";
import { fen, needsRoundingNote, wanText } from "@anji/kernel";
import { type Block, table } from "@anji/official-documents";
import { AMOUNT_NAMES, LISTED_AMOUNTS, STATUS_NAMES } from "./figure-names.ts";

export const ROUNDING_NOTE = "注：因四舍五入，合计可能不等于分项之和。";
export const SHARED_COUNT_NOTE = "注：一个问题涉及多项的，分项分别计数，合计只计一次。";

/** A breakdown in 万元. The foot is added up in fen and then rounded. Without lines there is no table. */
export function breakdownTable(options: {
  caption: string;
  firstColumn: string;
  lines: readonly FigureLine[];
  total: Tally;
}): Block[] {
  const { lines, total } = options;
  if (lines.length === 0) return [];
  const sums = LISTED_AMOUNTS.map((column) => wanText(columnSum(lines, column)));
  return [
    table({
      caption: options.caption,
      unit: "单位：个、万元",
      columns: [
        { title: options.firstColumn, holds: "text" },
        { title: "问题数", holds: "number" },
        ...LISTED_AMOUNTS.map((column) => ({ title: AMOUNT_NAMES[column], holds: "number" }) as const),
      ],
      rows: lines.map((line) => [
        line.name,
        String(line.count),
        ...LISTED_AMOUNTS.map((column) => wanText(fen(line[column]))),
      ]),
      foot: ["合计", String(total.count), ...sums],
      notes: notesOf(lines, total),
    }),
  ];
}

/** Counts and amounts by the state of rectification. */
export function statusTable(options: { caption: string; lines: readonly StatusLine[]; total: Tally }): Block[] {
  const { lines, total } = options;
  if (lines.length === 0) return [];
  const amounts = lines.map((line) => fen(line.found));
  return [
    table({
      caption: options.caption,
      unit: "单位：个、万元",
      columns: [
        { title: "办理状态", holds: "text" },
        { title: "问题数", holds: "number" },
        { title: AMOUNT_NAMES.found, holds: "number" },
      ],
      rows: lines.map((line) => [STATUS_NAMES[line.status], String(line.count), wanText(fen(line.found))]),
      foot: ["合计", String(total.count), wanText(fen(total.found))],
      notes: needsRoundingNote({ parts: amounts, total: fen(total.found) }) ? [ROUNDING_NOTE] : [],
    }),
  ];
}

function notesOf(lines: readonly FigureLine[], total: Tally): string[] {
  const notes: string[] = [];
  if (lines.reduce((sum, line) => sum + line.count, 0) !== total.count) notes.push(SHARED_COUNT_NOTE);
  if (columnsMissTotal(lines) || [...lines, total].some(rowMissesFound)) notes.push(ROUNDING_NOTE);
  return notes;
}

function columnsMissTotal(lines: readonly Money[]): boolean {
  return LISTED_AMOUNTS.some((column) =>
    needsRoundingNote({ parts: lines.map((line) => fen(line[column])), total: columnSum(lines, column) }),
  );
}

function rowMissesFound(money: Money): boolean {
  return needsRoundingNote({ parts: SETTLED_COLUMNS.map((column) => fen(money[column])), total: fen(money.found) });
}
