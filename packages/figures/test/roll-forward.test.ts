import {
  openingMismatches,
  ROLL_COLUMNS,
  type RolledPair,
  type RolledState,
  rollForward,
  rollMismatches,
} from "@anji/figures";
import { fen, type Fen, sumFen } from "@anji/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const WAYS = ["reduced", "recovered", "repaid", "rebooked", "writtenOff"] as const;

const state = fc
  .record({
    fundLine: fc.constantFrom("unemployment", "work-injury", "enterprise-pension"),
    category: fc.constantFrom("A", "B", "C"),
    unitKey: fc.constantFrom("130121", "130123"),
    parts: fc.array(fc.bigInt({ min: 0n, max: 5_000_000_000n }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ parts, ...place }): RolledState => {
    const [reduced, recovered, repaid, rebooked, writtenOff, outstanding] = [0, 1, 2, 3, 4, 5].map((at) =>
      fen(parts[at] ?? 0n),
    ) as [Fen, Fen, Fen, Fen, Fen, Fen]; // six parts of six
    const stated = sumFen([reduced, recovered, repaid, rebooked, writtenOff, outstanding]);
    return { ...place, stated, reduced, recovered, repaid, rebooked, writtenOff, outstanding };
  });

/** Anything can have happened to a line between two sets: entered, settled, reversed, reduced, moved, gone. */
const pair = fc
  .record({ before: fc.option(state), after: fc.option(state), isNew: fc.boolean(), moves: fc.boolean(), since: state })
  .map(({ before, after, isNew, moves, since }): RolledPair => {
    const stays = before !== null && after !== null && !moves;
    return { before, after: stays ? { ...after, ...placeOf(before) } : after, isNew: isNew && before === null, since };
  });

function placeOf({ fundLine, category, unitKey }: RolledState) {
  return { fundLine, category, unitKey };
}

/** 尚未整改 of one of the two sets, as its figures say it. */
function endsOf(states: readonly (RolledState | null)[]) {
  const held = states.filter((one) => one !== null);
  const by = (key: "fundLine" | "category" | "unitKey") =>
    [...new Set(held.map((one) => one[key]))].map((value) => ({
      key: value,
      outstanding: sumFen(held.filter((one) => one[key] === value).map((one) => one.outstanding)).toString(),
    }));
  return {
    total: { outstanding: sumFen(held.map((one) => one.outstanding)).toString() },
    byFund: by("fundLine"),
    byCategory: by("category"),
    byUnit: by("unitKey"),
  };
}

function rolled(pairs: readonly RolledPair[]) {
  return rollForward(pairs, (_, key) => key);
}

describe("a roll-forward", () => {
  it("goes from opening to closing by its movements, to the fen, in every row, whatever happened between", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const roll = rolled(pairs);
        expect(rollMismatches(roll, endsOf(pairs.map(({ after }) => after)))).toEqual([]);
        expect(openingMismatches(roll, endsOf(pairs.map(({ before }) => before)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same whether lines are given one by one or added up", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
        const doubled = rolled([...pairs, ...pairs]);
        const once = rolled(pairs);
        for (const column of ROLL_COLUMNS) {
          expect(BigInt(doubled.total[column])).toBe(2n * BigInt(once.total[column]));
        }
      }),
    );
  });

  const one = fc.sample(state, 1)[0];
  if (one === undefined) throw new Error("no state was made");
  const amounts = { stated: fen(900n), reduced: fen(100n), recovered: fen(300n), outstanding: fen(500n) };
  const before: RolledState = {
    ...one,
    fundLine: "unemployment",
    ...amounts,
    repaid: fen(0n),
    rebooked: fen(0n),
    writtenOff: fen(0n),
  };
  const none = Object.fromEntries(ROLL_COLUMNS.map((column) => [column, "0"]));
  const since = { ...before, ...Object.fromEntries(WAYS.map((way) => [way, fen(0n)])) };

  it("takes a line that moved out of its old row as a negative correction and into the new one as a positive one", () => {
    const after = { ...before, fundLine: "work-injury", recovered: fen(350n), outstanding: fen(450n) };
    const { byFund, total } = rolled([{ before, after, isNew: false, since }]);
    expect(byFund).toEqual([
      { ...none, key: "unemployment", name: "unemployment", opening: "500", correction: "-500" },
      { ...none, key: "work-injury", name: "work-injury", correction: "500", recovered: "50", closing: "450" },
    ]);
    expect(total).toEqual({ ...none, opening: "500", recovered: "50", closing: "450" });
  });

  it("shows a reversed settlement as a negative movement and a withdrawn finding as a reduction", () => {
    const reversed = { ...before, recovered: fen(0n), outstanding: fen(800n) };
    expect(rolled([{ before, after: reversed, isNew: false, since }]).total).toEqual({
      ...none,
      opening: "500",
      recovered: "-300",
      closing: "800",
    });
    const withdrawn = { ...reversed, reduced: fen(900n), outstanding: fen(0n) };
    expect(rolled([{ before: reversed, after: withdrawn, isNew: false, since }]).total).toEqual({
      ...none,
      opening: "800",
      reduced: "800",
      closing: "0",
    });
  });

  it("that does not end where the figures end, or begin where the last one ended, says where", () => {
    const roll = rolled([{ before, after: before, isNew: false, since }]);
    const other = endsOf([{ ...before, outstanding: fen(501n) }]);
    expect(rollMismatches(roll, other)).toContain("rollForward.total.closing");
    expect(openingMismatches(roll, other)).toContain("byFund.unemployment.opening");
    expect(openingMismatches(roll, null)).toContain("total.opening");
    const broken = { ...roll, total: { ...roll.total, added: "1" } };
    expect(rollMismatches(broken, endsOf([before]))).toContain("rollForward.total");
  });
});
