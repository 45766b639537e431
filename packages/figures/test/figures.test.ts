import { figureEntries, type FigureKey, figureMismatches, figureRowsInput, UNIT_FIGURES } from "@anji/figures";
import { figureRows, figureUnits } from "@anji/figures/queries";
import { cutOff, frozenFigures, frozenLine, frozenUnit } from "@anji/figures/tables";
import { classified, type FiguresWorld, planned, registered, settled } from "@anji/figures/testing";
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
  { fundLine: "enterprise-pension", kind: "A2" },
  { fundLine: "employee-medical", kind: "B5" },
  { fundLine: "work-injury", kind: "C4" },
] as const;
const [UNEMPLOYMENT, PENSION] = FUNDS_AND_KINDS;
const TWO_FUNDS = [
  { of: UNEMPLOYMENT, found: 10_000, share: 50 },
  { of: PENSION, found: 20_001, share: 0 },
];
const AMOUNT_MAX = 5_000_000_000_000;

const line = fc.record({
  of: fc.constantFrom(...FUNDS_AND_KINDS),
  found: fc.integer({ min: 0, max: AMOUNT_MAX }),
  share: fc.integer({ min: 0, max: 100 }),
});
const written = fc.record({
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ of }) => of.kind }),
  day: fc.integer({ min: 1, max: 25 }),
  until: fc.constantFrom("registered", "classified", "planned"),
});
type Written = typeof written extends fc.Arbitrary<infer One> ? One : never;

/** Registers a finding on a day of two months and moves it to the given state. */
async function enter(one: Written): Promise<void> {
  const month = one.day % 2 === 0 ? "2008-09" : "2008-10";
  const on = `${month}-${String(one.day).padStart(2, "0")}`;
  world.moveTo(on);
  const lines = one.lines.map(({ of, found }) => ({ ...of, foundFen: String(found) }));
  const [first] = lines;
  if (first === undefined) return;
  const total = one.lines.reduce((sum, { found }) => sum + found, 0);
  let row = await registered(world, { ...first, foundFen: String(total), lines, discoveredOn: on });
  if (one.until === "registered") return;
  row = await classified(world, row);
  for (const [index, { of, found, share }] of one.lines.entries()) {
    const amountFen = String(Math.floor((found / 100) * share));
    if (amountFen === "0") continue;
    const channel = of.kind === "C4" ? "rebooked" : "recovered";
    row = await settled(world, row, { lineNo: index + 1, channel, amountFen, settledOn: on });
  }
  if (one.until === "planned") await planned(world, row, "2008-12-31");
}

async function allRows(cutOffId: Id<"cutOff">, figure: FigureKey) {
  const pages = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof figureRows>> = await figureRows(world.ctxOf(world.people.cityClerk), {
      cutOffId,
      figure,
      cursor,
      limit: 9,
    });
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items: pages.flatMap((page) => page.items), sum: pages[0]?.sum };
}

describe("frozen figures", () => {
  it("each open exactly the frozen rows that add up to them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 4 }), async (entered) => {
        for (const one of entered) await enter(one);
        world.moveTo("2008-11-03");
        const detail = await frozen(world, world.people.cityClerk, "2008-10");
        expect(figureMismatches(detail.figures)).toEqual([]);
        for (const { figure, value } of figureEntries(detail.figures)) {
          const { items, sum } = await allRows(detail.cutOffId, figure);
          const findings = String(new Set(items.map((item) => item.findingId)).size);
          const isCount = items.every((item) => item.amountFen === null) && sum?.amountFen === null;
          const amount = items.reduce((added, item) => added + fen(item.amountFen ?? "0"), 0n).toString();
          expect(items.filter((item) => item.amountFen === "0")).toEqual([]);
          expect({ figure, value: isCount ? findings : amount }).toEqual({ figure, value });
          expect({ figure, sum }).toEqual({
            figure,
            sum: { count: Number(findings), amountFen: isCount ? null : value },
          });
        }
      }),
      { numRuns: 4 },
    );
  });

  it("add up to the same by category, fund, kind, unit and status", async () => {
    await enter({ lines: TWO_FUNDS, day: 5, until: "planned" });
    world.moveTo("2008-12-02");
    const { cutOffId } = await frozen(world, world.people.cityClerk, "2008-10");
    const { figures } = await frozen(world, world.people.cityClerk, "2008-11", cutOffId);
    expect(figureMismatches(figures)).toEqual([]);
    // A finding with lines of two funds counts in both, and once in the total.
    expect(figures.byFund.reduce((sum, one) => sum + one.count, 0)).toBeGreaterThan(figures.total.count);
    expect(figures.thisMonth.found.count).toBe(0);
  });

  it("that count units open exactly those units", async () => {
    world.moveTo("2008-12-02");
    const { cutOffId, figures } = await frozen(world, world.people.cityClerk, "2008-11");
    const counted = await Promise.all(
      UNIT_FIGURES.map(
        async (figure) => (await figureUnits(world.ctxOf(world.people.cityClerk), { cutOffId, figure })).items.length,
      ),
    );
    const { selfCheck, groups } = figures;
    const { done, total, found, nil, missing, late } = selfCheck;
    const ofUnits = [done, total, found, nil, missing, late, groups.established, groups.implementingPlanFiled];
    expect(counted).toEqual(ofUnits);
    // 23 counties and the city itself.
    expect(total).toBe(24);
  });

  it("cannot be changed once frozen, not even by the server's own role", async () => {
    for (const table of [cutOff, frozenLine, frozenUnit, frozenFigures]) {
      const change = world.asProvince((tx) => tx.update(table).set({ regionPath: world.people.provinceLeader.path }));
      const denied = { cause: { code: "42501" } };
      await expect(change).rejects.toMatchObject(denied);
      await expect(world.asProvince((tx) => tx.delete(table))).rejects.toMatchObject(denied);
    }
  });

  it("open their rows to those whose area it is, and to nobody else", async () => {
    const { cityClerk, farClerk, countyClerk, provinceLeader } = world.people;
    const { cutOffId } = await frozen(world, cityClerk, "2008-11");
    const figure = { by: "total", key: null, quantity: "count" } as const;
    const rowsOf = (actor: typeof cityClerk) =>
      figureRows(world.ctxOf(actor), { cutOffId, figure, cursor: null, limit: 1 });
    expect((await rowsOf(provinceLeader)).sum).toEqual((await rowsOf(cityClerk)).sum);
    for (const actor of [farClerk, countyClerk]) {
      await expectRefused(rowsOf(actor), "kernel.notFound");
      const units = figureUnits(world.ctxOf(actor), { cutOffId, figure: "selfCheckTotal" });
      await expectRefused(units, "kernel.notFound");
    }
  });

  it("that are never shown open no rows: they are refused at their field", () => {
    const asked = { cutOffId: crypto.randomUUID(), cursor: null, limit: 10 };
    const issuesOf = (figure: Record<string, unknown>) =>
      figureRowsInput
        .safeParse({ ...asked, figure })
        .error?.issues.map((issue) => [issue.path.join("."), issue.message]);
    expect(issuesOf({ by: "total", key: "B2", quantity: "found" })).toEqual([["figure", "figures.unknown"]]);
    expect(issuesOf({ by: "thisMonth", key: null, quantity: "overdue" })).toEqual([["figure", "figures.unknown"]]);
    expect(issuesOf({ by: "status", key: "lost", quantity: "count" })).toEqual([["figure", "figures.unknown"]]);
    expect(issuesOf({ by: "total", key: null, quantity: "found" })).toBeUndefined();
  });
});
