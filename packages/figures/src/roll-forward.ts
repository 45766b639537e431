import { type Fen, fen, sumFen, ZERO_FEN } from "@anji/kernel";

/** What moved 尚未整改 between two frozen sets: 本期新增, 更正, 核减, 追回, 同级归还, 调账, 核销. */
export const MOVEMENTS = ["added", "correction", "reduced", "recovered", "repaid", "rebooked", "writtenOff"] as const;
/** 期初, the movements, 期末. */
export const ROLL_COLUMNS = ["opening", ...MOVEMENTS, "closing"] as const;
export type RollColumn = (typeof ROLL_COLUMNS)[number];

/** One row of a roll-forward, each amount a decimal string of fen. */
export type RollAmounts = Readonly<Record<RollColumn, string>>;
export type RollLine = RollAmounts & { readonly key: string; readonly name: string };

/** 增减变动: how 期初 became 期末, in all and by fund, category and unit. */
export type RollForward = {
  readonly total: RollAmounts;
  readonly byFund: readonly RollLine[];
  readonly byCategory: readonly RollLine[];
  readonly byUnit: readonly RollLine[];
};

export const ROLL_DIMENSIONS = { byFund: "fundLine", byCategory: "category", byUnit: "unitKey" } as const;
export const ROLL_ROWS = ["byFund", "byCategory", "byUnit"] as const satisfies readonly Dimension[];
type Dimension = keyof typeof ROLL_DIMENSIONS;

/** The ways that take an amount out of 尚未整改. */
const WAYS = ["reduced", "recovered", "repaid", "rebooked", "writtenOff"] as const;
type Way = (typeof WAYS)[number];

/** A ledger line, or a sum of lines, in one frozen set. */
export type RolledState = Readonly<Record<Way | "stated" | "outstanding", Fen>> & {
  readonly fundLine: string;
  readonly category: string;
  readonly unitKey: string;
};

/** The same lines in both sets. One that only the later set has is new, or came in from elsewhere. */
export type RolledPair = {
  readonly before: RolledState | null;
  readonly after: RolledState | null;
  /** Whether it entered the ledger after the earlier set was frozen. */
  readonly isNew: boolean;
  /** What moved since then, where no earlier state is known. */
  readonly since: Readonly<Record<Way, Fen>>;
};

type Sums = Record<RollColumn, Fen>;
type NameOf = (dimension: Dimension, key: string) => string;

/**
 * Rolls 期初 forward to 期末. A line that moved to another fund, category or unit leaves its old row by a negative
 * correction and enters the new one by a positive one; money moves in the row where the line is now.
 */
export function rollForward(pairs: readonly RolledPair[], nameOf: NameOf): RollForward {
  const lines = (dimension: Dimension): RollLine[] => {
    const rows = new Map<string, Sums>();
    for (const pair of pairs) {
      for (const { key, amounts } of postings(pair, ROLL_DIMENSIONS[dimension])) {
        rows.set(key, added(rows.get(key) ?? noSums(), amounts));
      }
    }
    return [...rows]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, sums]) => ({ key, name: nameOf(dimension, key), ...wire(sums) }))
      .filter((line) => ROLL_COLUMNS.some((column) => line[column] !== "0"));
  };
  const total = pairs
    .flatMap((pair) => postings(pair, null))
    .reduce((sum, { amounts }) => added(sum, amounts), noSums());
  return { total: wire(total), byFund: lines("byFund"), byCategory: lines("byCategory"), byUnit: lines("byUnit") };
}

/** What a pair adds to the rows it concerns: one row, or two when it moved between them. */
function postings(pair: RolledPair, by: "fundLine" | "category" | "unitKey" | null): { key: string; amounts: Sums }[] {
  const { before, after } = pair;
  const keyOf = (state: RolledState) => (by === null ? "" : state[by]);
  if (after === null) return before === null ? [] : [{ key: keyOf(before), amounts: left(before) }];
  if (before === null) return [{ key: keyOf(after), amounts: entered(after, pair) }];
  const ways = eachWay((way) => fen(after[way] - before[way]));
  const correction = fen(after.stated - before.stated);
  const closing = after.outstanding;
  if (keyOf(before) === keyOf(after)) {
    return [{ key: keyOf(after), amounts: { ...noSums(), opening: before.outstanding, correction, ...ways, closing } }];
  }
  const moved = fen(before.outstanding + correction);
  return [
    { key: keyOf(before), amounts: left(before) },
    { key: keyOf(after), amounts: { ...noSums(), correction: moved, ...ways, closing } },
  ];
}

function left({ outstanding }: RolledState): Sums {
  return { ...noSums(), opening: outstanding, correction: fen(-outstanding) };
}

function entered(after: RolledState, { isNew, since }: RolledPair): Sums {
  const closing = after.outstanding;
  if (isNew) return { ...noSums(), added: after.stated, ...eachWay((way) => after[way]), closing };
  const correction = sumFen([closing, ...WAYS.map((way) => since[way])]);
  return { ...noSums(), correction, ...since, closing };
}

/** The places where a roll-forward contradicts itself or the figures, such as "byFund.P1". */
export function rollMismatches(roll: RollForward, closing: RollEnds): string[] {
  const rows = [
    { place: "total", row: roll.total },
    ...ROLL_ROWS.flatMap((by) => roll[by].map((row) => ({ place: `${by}.${row.key}`, row }))),
  ];
  return [
    ...rows.filter(({ row }) => !rolls(row)).map(({ place }) => place),
    ...ROLL_ROWS.flatMap((by) =>
      ROLL_COLUMNS.filter((column) => sumFen(roll[by].map((row) => fen(row[column]))) !== fen(roll.total[column])).map(
        (column) => `${by}.${column}`,
      ),
    ),
    ...endMismatches(roll, "closing", closing),
  ].map((place) => `rollForward.${place}`);
}

/** The places where 期初 is not the 期末 of the report it follows. Without one it is nothing. */
export function openingMismatches(roll: RollForward, last: RollEnds | null): string[] {
  const nothing = { total: { outstanding: "0" }, byFund: [], byCategory: [], byUnit: [] };
  return endMismatches(roll, "opening", last ?? nothing);
}

type End = { readonly outstanding: string };
/** The amounts of figures that a roll-forward begins or ends with. */
export type RollEnds = { readonly total: End } & Readonly<
  Record<Dimension, readonly (End & { readonly key: string })[]>
>;

function endMismatches(roll: RollForward, column: "opening" | "closing", ends: RollEnds): string[] {
  const differs = (by: Dimension, key: string) => {
    const rolled = roll[by].find((row) => row.key === key)?.[column] ?? "0";
    return rolled !== (ends[by].find((line) => line.key === key)?.outstanding ?? "0");
  };
  return [
    ...(roll.total[column] === ends.total.outstanding ? [] : [`total.${column}`]),
    ...ROLL_ROWS.flatMap((by) =>
      [...new Set([...roll[by], ...ends[by]].map(({ key }) => key))]
        .filter((key) => differs(by, key))
        .map((key) => `${by}.${key}.${column}`),
    ),
  ];
}

/** 期初 + 新增 ± 更正 − 核减 − 四种去向 = 期末 */
function rolls(row: RollAmounts): boolean {
  const into = sumFen([fen(row.opening), fen(row.added), fen(row.correction)]);
  return into - sumFen(WAYS.map((way) => fen(row[way]))) === fen(row.closing);
}

function eachWay(amountOf: (way: Way) => Fen): Record<Way, Fen> {
  return {
    reduced: amountOf("reduced"),
    recovered: amountOf("recovered"),
    repaid: amountOf("repaid"),
    rebooked: amountOf("rebooked"),
    writtenOff: amountOf("writtenOff"),
  };
}

function noSums(): Sums {
  return { opening: ZERO_FEN, added: ZERO_FEN, correction: ZERO_FEN, ...eachWay(() => ZERO_FEN), closing: ZERO_FEN };
}

function added(sums: Sums, more: Sums): Sums {
  const of = (column: RollColumn) => sumFen([sums[column], more[column]]);
  return {
    opening: of("opening"),
    added: of("added"),
    correction: of("correction"),
    ...eachWay(of),
    closing: of("closing"),
  };
}

function wire(sums: Sums): RollAmounts {
  const of = (column: RollColumn) => sums[column].toString();
  return {
    opening: of("opening"),
    added: of("added"),
    correction: of("correction"),
    reduced: of("reduced"),
    recovered: of("recovered"),
    repaid: of("repaid"),
    rebooked: of("rebooked"),
    writtenOff: of("writtenOff"),
    closing: of("closing"),
  };
}
