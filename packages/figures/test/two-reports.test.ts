import { figureMismatches, openingMismatches, ROLL_COLUMNS, ROLL_ROWS, type RollForward } from "@anji/figures";
import { rolledRows } from "@anji/figures/queries";
import { at, type FiguresWorld, registered, settled } from "@anji/figures/testing";
import { amendInput, type FindingRow } from "@anji/findings";
import { amend } from "@anji/findings/verbs";
import { fen, type Id } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { figuresWorld, frozen } from "./world.ts";

let world: FiguresWorld;
beforeAll(async () => {
  world = await figuresWorld();
});

const FUNDS_AND_KINDS = [
  { fundLine: "unemployment", kind: "B2" },
  { fundLine: "employee-medical", kind: "B5" },
] as const;

const act = fc.record({
  what: fc.constantFrom("register", "settle", "reverse", "raise", "lower", "move"),
  amount: fc.integer({ min: 1, max: 900_000 }),
  on: fc.nat(20),
});
type Done = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Does something to the ledger; an act that the ledger refuses does nothing. */
async function happen(held: FindingRow[], { what, amount, on }: Done): Promise<void> {
  const index = on % Math.max(held.length, 1);
  const row = held[index];
  if (what === "register" || row === undefined) {
    held.push(await registered(world, { foundFen: String(1_000_000 + amount) }));
    return;
  }
  const changed = (changes: Record<string, unknown>) =>
    amend(world.ctxOf(world.people.countyClerk), amendInput.parse({ ...at(row), changes, reason: "按底稿更正" }));
  const moved = (amountFen: string) =>
    settled(world, row, { lineNo: 1, channel: "recovered", amountFen, settledOn: "2008-09-20" });
  const other = FUNDS_AND_KINDS[row.fundLine === "unemployment" ? 1 : 0];
  const ways = {
    settle: () => moved(String(Math.min(amount, Number(row.outstandingFen)))),
    reverse: () => moved(String(-Math.min(amount, Number(row.recoveredFen)))),
    raise: () => changed({ foundFen: String(Number(row.foundFen) + amount) }),
    lower: () => changed({ foundFen: String(Number(row.foundFen) - Math.min(amount, Number(row.outstandingFen))) }),
    move: () => changed({ ...other }),
  };
  const after = await ways[what]().catch(() => null);
  if (after !== null) held[index] = after;
}

async function rowsOf(cutOffId: Id<"cutOff">, cell: { by: (typeof ROLL_ROWS)[number] | null; key: string | null }) {
  return Promise.all(
    ROLL_COLUMNS.map(async (column) => {
      const pages = await rolledRows(world.ctxOf(world.people.cityClerk), {
        cutOffId,
        ...cell,
        column,
        cursor: null,
        limit: 200,
      });
      const added = pages.items.reduce((sum, row) => sum + fen(row.amountFen), 0n).toString();
      expect({ column, added }).toEqual({ column, added: pages.sum.amountFen });
      return [column, added] as const;
    }),
  );
}

/** Each cell opens exactly the lines that add up to it. */
async function expectOpenRows(cutOffId: Id<"cutOff">, roll: RollForward): Promise<void> {
  expect(Object.fromEntries(await rowsOf(cutOffId, { by: null, key: null }))).toEqual(roll.total);
  for (const by of ROLL_ROWS) {
    for (const { name, ...line } of roll[by]) {
      const sums = Object.fromEntries(await rowsOf(cutOffId, { by, key: line.key }));
      expect({ name, ...sums }).toEqual({ name, ...line, key: undefined });
    }
  }
}

describe("two reports", () => {
  it("never disagree with what happened between them, whatever that was", async () => {
    const held: FindingRow[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), fc.array(act, { maxLength: 8 }), async (first, second) => {
        world.moveTo("2008-09-25");
        for (const one of first) await happen(held, one);
        world.moveTo("2008-10-03");
        const earlier = await frozen(world, world.people.cityClerk, "2008-09");
        for (const one of second) await happen(held, one);
        world.moveTo("2008-11-03");
        const later = await frozen(world, world.people.cityClerk, "2008-10", earlier.cutOffId);
        expect(figureMismatches(later.figures)).toEqual([]);
        expect(openingMismatches(later.figures.rollForward, earlier.figures)).toEqual([]);
        const { total } = later.figures.rollForward;
        for (const way of ["recovered", "repaid", "rebooked", "writtenOff"] as const) {
          expect(BigInt(earlier.figures.total[way]) + BigInt(total[way])).toBe(BigInt(later.figures.total[way]));
        }
        const found = BigInt(earlier.figures.total.found) + BigInt(total.added) + BigInt(total.correction);
        expect(found - BigInt(total.reduced)).toBe(BigInt(later.figures.total.found));
        await expectOpenRows(later.cutOffId, later.figures.rollForward);
      }),
      { numRuns: 5 },
    );
  });

  it("differ by nothing that no movement says: a correction of 10,000.00 元 is the correction between them", async () => {
    world.moveTo("2009-01-10");
    const row = await registered(world, { foundFen: "5000000" });
    world.moveTo("2009-02-03");
    const january = await frozen(world, world.people.cityClerk, "2009-01");
    world.moveTo("2009-02-10");
    const changes = { foundFen: "4000000", fundLine: "employee-medical", kind: "B5" };
    await amend(
      world.ctxOf(world.people.countyClerk),
      amendInput.parse({ ...at(row), changes, reason: "按底稿更正金额" }),
    );
    await registered(world, { foundFen: "777" });
    world.moveTo("2009-03-03");
    const february = await frozen(world, world.people.cityClerk, "2009-02", january.cutOffId);
    const { total } = february.figures.rollForward;
    expect(total).toMatchObject({ added: "777", correction: "-1000000", reduced: "0" });
    const correctionOf = (key: string) =>
      february.figures.rollForward.byFund.find((line) => line.key === key)?.correction;
    expect([correctionOf("unemployment"), correctionOf("employee-medical")]).toEqual(["-5000000", "4000000"]);
    expect(BigInt(january.figures.total.found) + 777n - 1_000_000n).toBe(BigInt(february.figures.total.found));
    // January frozen once more does not take the correction: it entered the ledger after January's cut-off.
    const again = await frozen(world, world.people.cityClerk, "2009-01");
    expect(again.figures).toEqual(january.figures);
    expect(again.figuresHash).toBe(january.figuresHash);
  });

  it("open the rows of a cell to those whose area it is, and to nobody else", async () => {
    const { cutOffId } = await frozen(world, world.people.cityClerk, "2009-01");
    const cell = { cutOffId, by: null, key: null, column: "closing" as const, cursor: null, limit: 1 };
    const ofProvince = await rolledRows(world.ctxOf(world.people.provinceLeader), cell);
    const first = await rolledRows(world.ctxOf(world.people.cityClerk), cell);
    expect(ofProvince.sum).toEqual(first.sum);
    const next = await rolledRows(world.ctxOf(world.people.cityClerk), { ...cell, cursor: first.nextCursor });
    expect(next.items[0]?.findingId).not.toBe(first.items[0]?.findingId);
    await expectRefused(rolledRows(world.ctxOf(world.people.farClerk), cell), "kernel.notFound");
    await expectRefused(rolledRows(world.ctxOf(world.people.countyClerk), cell), "kernel.notFound");
  });
});
