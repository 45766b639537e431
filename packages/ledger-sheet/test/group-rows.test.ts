import { type AskedFilter, everyFinding, type FindingRow, listFindingsInput } from "@anji/findings";
import { type FindingSum, listFindings } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import { addAgency } from "@anji/jurisdictions/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { imported, sums, uploaded } from "./sheets.ts";
import { command, ledgerWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
  const { provinceClerk } = world.people;
  const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
  const { status } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
  if (status !== "done") throw new Error(`the fixture's import ended as ${status}`);
  const administrator = world.actorOf({ unitCode: "130000", roles: ["administrator"] });
  const agency = await addAgency(world.ctxOf(administrator), {
    ...command(),
    parentCode: "130000",
    name: "省医保中心",
  });
  const atProvince = { origin: "provinceSpotCheck", responsibleLevel: "province", responsibleUnit: "省厅" } as const;
  for (const unitCode of ["130000", agency.code]) {
    await register(world.ctxOf(provinceClerk), aRegistration(world, { ...atProvince, unitCode, foundFen: "777" }));
  }
});

async function rowsOf(filter: AskedFilter): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let cursor: string | null = null; ;) {
    const input = listFindingsInput.parse({
      campaignId: world.campaignId,
      filter,
      sort: { by: "number", direction: "asc" },
      cursor,
      limit: 200,
    });
    const page: Awaited<ReturnType<typeof listFindings>> = await listFindings(
      world.ctxOf(world.people.provinceClerk),
      input,
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) return rows;
  }
}

function figuresOf(group: FindingSum) {
  return { count: group.count, foundFen: group.foundFen, outstandingFen: group.outstandingFen };
}

function addedUp(rows: readonly FindingRow[]) {
  const of = (field: "foundFen" | "outstandingFen") =>
    rows.reduce((sum, row) => sum + BigInt(row[field]), 0n).toString();
  return { count: rows.length, foundFen: of("foundFen"), outstandingFen: of("outstandingFen") };
}

describe("the rows behind a group", () => {
  it.each(["unit", "city"] as const)(
    "by %s add up to its figures, a city's or the province's own rows without those below",

    async (groupBy) => {
      const { groups } = await sums(world, world.people.provinceClerk, { groupBy });
      const extentOf = (code: string) => (groupBy === "unit" ? "ownUnit" : code === "130000" ? "ownLevel" : "subtree");
      for (const group of groups) {
        const rows = await rowsOf({ ...everyFinding(group.key), extent: extentOf(group.key) });
        expect({ key: group.key, ...addedUp(rows) }).toEqual({ key: group.key, ...figuresOf(group) });
      }
      expect(groups.map((group) => group.key)).toContain("130000");
      expect(groups.filter((group) => /^13(?!00)\d{2}00$/.test(group.key)).length).toBeGreaterThan(5);
    },
  );

  it("by fund within one city's own rows add up as well", async () => {
    const own = (await sums(world, world.people.provinceClerk, { groupBy: "unit" })).groups.find((group) =>
      /^13(?!00)\d{2}00$/.test(group.key),
    );
    const filter: AskedFilter = { ...everyFinding(own?.key ?? ""), extent: "ownUnit" };
    const { groups, total } = await sums(world, world.people.provinceClerk, { groupBy: "fundLine", filter });
    expect(figuresOf(total)).toEqual(addedUp(await rowsOf(filter)));
    for (const group of groups) {
      expect(addedUp(await rowsOf({ ...filter, fundLines: [group.key] }))).toEqual(figuresOf(group));
    }
  });
});

describe("units of one name", () => {
  it("are told apart by their city where the province reads them, and stand alone within a city", async () => {
    const nameOf = async (by: "provinceClerk" | "cityClerk", key: string) =>
      (await sums(world, world.people[by], { groupBy: "unit" })).groups.find((group) => group.key === key)?.name;
    const { groups } = await sums(world, world.people.provinceClerk, { groupBy: "unit" });
    expect(new Set(groups.map((group) => group.name)).size).toBe(groups.length);
    const county = groups.find((group) => group.key.startsWith("1306") && !group.key.endsWith("00"))?.key ?? "";
    expect(await nameOf("provinceClerk", county)).toBe(`保定市 ${await nameOf("cityClerk", county)}`);
  });
});
