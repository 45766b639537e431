import { readFileSync } from "node:fs";
import { everyFinding } from "@anji/findings";
import { expect } from "vitest";
import { z } from "zod";
import type { Person } from "../../support/product.ts";
import { PROVINCE, type Stage } from "./stage.ts";

export const FIXTURES = new URL("../../../packages/ledger-sheet/test/fixtures/", import.meta.url);

const sum = z.object({
  count: z.number(),
  found: z.number(),
  recovered: z.number(),
  repaid: z.number(),
  rebooked: z.number(),
  writtenOff: z.number(),
  outstanding: z.number(),
});
const totals = z.object({
  total: sum,
  byCity: z.record(z.string(), sum),
  byFund: z.record(z.string(), sum),
  byCategory: z.record(z.string(), sum),
  byKind: z.record(z.string(), sum),
  byUnit: z.record(z.string(), sum),
});
type Sum = z.output<typeof sum>;

/** The expected sums of the workbook, computed by a program that is not ours. */
export const TOTALS = totals.parse(JSON.parse(readFileSync(new URL("totals.json", FIXTURES), "utf8")));

const GROUPINGS = ["city", "unit", "fundLine", "category", "kind", "status", "origin"] as const;
type Grouping = (typeof GROUPINGS)[number];

export async function sumsOf(stage: Stage, options: { unitCode: string | null; groupBy: Grouping | null }) {
  const clerk = await stage.at("clerk", PROVINCE);
  const { unitCode, groupBy } = options;
  const sums = await clerk.rpc.findings.sums.query({
    campaignId: stage.campaignId,
    filter: everyFinding(unitCode),
    groupBy,
  });
  for (const one of [...sums.groups, sums.total]) expectIdentity(one);
  return sums;
}

/** 认定总额 = 核减 + 认定, 认定 = 追回 + 同级政府归还 + 调账 + 核销 + 尚未整改 */
function expectIdentity(amounts: {
  statedFen: string;
  reducedFen: string;
  foundFen: string;
  recoveredFen: string;
  repaidFen: string;
  rebookedFen: string;
  writtenOffFen: string;
  outstandingFen: string;
}): void {
  const parts = [
    amounts.recoveredFen,
    amounts.repaidFen,
    amounts.rebookedFen,
    amounts.writtenOffFen,
    amounts.outstandingFen,
  ];
  expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(amounts.foundFen));
  expect(BigInt(amounts.reducedFen) + BigInt(amounts.foundFen)).toBe(BigInt(amounts.statedFen));
}

/** 查出 = 追回 + 同级政府归还 + 调账 + 核销 + 尚未整改 holds in every group of every breakdown, and they add up to one total. */
export async function expectIdentityEverywhere(stage: Stage): Promise<void> {
  const whole = await sumsOf(stage, { unitCode: null, groupBy: null });
  for (const groupBy of GROUPINGS) {
    const { groups, total } = await sumsOf(stage, { unitCode: null, groupBy });
    expect(total).toEqual(whole.total);
    expect(groups.reduce((all, group) => all + BigInt(group.foundFen), 0n)).toBe(BigInt(total.foundFen));
  }
}

/** The ledger equals the fixture's own sums to the fen, in all and broken down four ways. */
export async function expectLedgerAsInFixture(stage: Stage): Promise<void> {
  const breakdowns = [
    { groupBy: "city", expected: TOTALS.byCity, label: "key" },
    { groupBy: "unit", expected: TOTALS.byUnit, label: "key" },
    { groupBy: "kind", expected: TOTALS.byKind, label: "key" },
    { groupBy: "fundLine", expected: TOTALS.byFund, label: "name" },
    { groupBy: "category", expected: TOTALS.byCategory, label: "name" },
  ] as const;
  for (const { groupBy, expected, label } of breakdowns) {
    const { groups, total } = await sumsOf(stage, { unitCode: null, groupBy });
    expect(plain(total)).toEqual(TOTALS.total);
    expect(Object.fromEntries(groups.map((group) => [group[label], plain(group)]))).toEqual(expected);
  }
}

export function plain(one: Awaited<ReturnType<typeof sumsOf>>["total"]): Sum {
  return {
    count: one.count,
    found: Number(one.foundFen),
    recovered: Number(one.recoveredFen),
    repaid: Number(one.repaidFen),
    rebooked: Number(one.rebookedFen),
    writtenOff: Number(one.writtenOffFen),
    outstanding: Number(one.outstandingFen),
  };
}

/** All findings of an area that a person sees. */
export async function findingsOf(person: Person, options: { campaignId: string; unitCode: string | null }) {
  const filter = everyFinding(options.unitCode);
  const sort = { by: "number", direction: "asc" } as const;
  const { items, nextCursor } = await person.rpc.findings.list.query({
    campaignId: options.campaignId,
    filter,
    sort,
    cursor: null,
    limit: 200,
  });
  expect(nextCursor).toBeNull();
  return items;
}
