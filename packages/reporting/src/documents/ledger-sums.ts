import { AMOUNT_COLUMNS, type AmountColumn, type FigureLine, type LedgerFigures } from "@anji/figures";
import { fen, type Fen, sumFen, ZERO_FEN } from "@anji/kernel";
import type { MonthlyFindingRow } from "./monthly-report-content.ts";

type Sums = Record<AmountColumn, Fen>;
type Group = { readonly sums: Sums; readonly numbers: Set<string> };
export type LedgerTally = { readonly count: number; readonly sums: Readonly<Sums> };

/** Adds up ledger lines as they pass, so that each formula of the workbook has its computed value. */
export class LedgerSums {
  readonly #groups = new Map<string, Group>();

  add(row: MonthlyFindingRow): void {
    this.#addTo("total", row);
    this.#addTo(`cell:${row.categoryKey}\u0000${row.fundKey}`, row);
    this.#addTo(`byCategory:${row.categoryKey}`, row);
    this.#addTo(`byFund:${row.fundKey}`, row);
    this.#addTo(`byKind:${row.kindKey}`, row);
    this.#addTo(`byUnit:${row.unitKey}`, row);
  }

  total(): LedgerTally {
    return this.#tally("total");
  }

  cell(categoryKey: string, fundKey: string): LedgerTally {
    return this.#tally(`cell:${categoryKey}\u0000${fundKey}`);
  }

  line(breakdown: Breakdown, key: string): LedgerTally {
    return this.#tally(`${breakdown}:${key}`);
  }

  #tally(key: string): LedgerTally {
    const group = this.#groups.get(key);
    return group === undefined ? { count: 0, sums: noSums() } : { count: group.numbers.size, sums: group.sums };
  }

  #addTo(key: string, row: MonthlyFindingRow): void {
    const group = this.#groups.get(key) ?? { sums: noSums(), numbers: new Set() };
    for (const column of AMOUNT_COLUMNS) group.sums[column] = sumFen([group.sums[column], fen(row[column])]);
    if (row.status !== "withdrawn") group.numbers.add(row.number);
    this.#groups.set(key, group);
  }
}

export const BREAKDOWNS = ["byCategory", "byFund", "byKind", "byUnit"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Every figure is the sum of exactly the lines in the file; otherwise no file is made. */
export function assertRowsGiveFigures(sums: LedgerSums, figures: LedgerFigures): void {
  const wrong = tallyDiffers(sums.total(), { ...figures.total, key: "", name: "" }) ? ["total"] : [];
  for (const breakdown of BREAKDOWNS) {
    for (const line of figures[breakdown]) {
      if (tallyDiffers(sums.line(breakdown, line.key), line)) wrong.push(`${breakdown}.${line.key}`);
    }
  }
  if (wrong.length > 0) throw new Error(`ledger lines do not give the frozen figures: ${wrong.join(", ")}`);
}

function tallyDiffers(tally: LedgerTally, line: FigureLine): boolean {
  return tally.count !== line.count || AMOUNT_COLUMNS.some((column) => tally.sums[column] !== fen(line[column]));
}

function noSums(): Sums {
  return {
    found: ZERO_FEN,
    recovered: ZERO_FEN,
    repaid: ZERO_FEN,
    rebooked: ZERO_FEN,
    writtenOff: ZERO_FEN,
    outstanding: ZERO_FEN,
    reduced: ZERO_FEN,
    stated: ZERO_FEN,
  };
}
