import {
  type AskedFilter,
  everyFinding,
  type FindingRow,
  listFindingsInput,
  SORT_DIRECTIONS,
  SORT_FIELDS,
} from "@anji/findings";
import { getFinding, listFindings, myFindingsWork } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { register, returnRegistration } from "@anji/findings/verbs";
import { read } from "@anji/database";
import { type Actor, regionPath } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerFacts } from "../src/queries/gate-source.ts";
import { sums } from "./sums.ts";
import { at, classified, ledgerWorld, rectifying, registered, reported, type TestWorld } from "./world.ts";

let world: TestWorld;
let twoLines: FindingRow;
let far: FindingRow;
beforeAll(async () => {
  world = await ledgerWorld();
  for (const foundFen of ["500", "300", "300", "900", "0"])
    await registered(world, { foundFen, discoveredOn: foundFen === "500" ? "2008-09-01" : "2008-10-10" });
  await rectifying(world, { foundFen: "700" });
  await reported(world);
  twoLines = await registered(world, {
    foundFen: "100",
    summary: "工伤和失业两项",
    lines: [
      { fundLine: "unemployment", kind: "B2", foundFen: "60" },
      { fundLine: "work-injury", kind: "B10", foundFen: "40" },
    ],
  });
  far = await register(
    world.ctxOf(world.people.farClerk),
    aRegistration(world, { unitCode: "130121", foundFen: "10", kind: "C5", fundLine: "employee-medical" }),
  );
});

async function pageOf(
  by: Actor,
  options: {
    filter?: Partial<AskedFilter>;
    sort?: { by: string; direction: string };
    cursor?: string | null;
    limit?: number;
  },
) {
  const input = listFindingsInput.parse({
    campaignId: world.campaignId,
    filter: { ...everyFinding(null), ...options.filter },
    sort: options.sort ?? { by: "number", direction: "asc" },
    cursor: options.cursor ?? null,
    limit: options.limit ?? 200,
  });
  return listFindings(world.ctxOf(by), input);
}

/** As text that sorts like the ledger. */
function sortKey(row: FindingRow, by: (typeof SORT_FIELDS)[number]): string {
  if (by === "dueOn") return row.dueOn ?? "9999-12-31";
  if (by === "foundFen" || by === "outstandingFen") return row[by].padStart(20, "0");
  return by === "number" ? row.number : row.discoveredOn;
}

describe("listFindings", () => {
  for (const by of SORT_FIELDS) {
    for (const direction of SORT_DIRECTIONS) {
      it(`goes through the ledger by ${by} ${direction}, page after page, each finding once and in order`, async () => {
        const sort = { by, direction };
        const whole = (await pageOf(world.people.provinceClerk, { sort })).items;
        const paged: FindingRow[] = [];
        for (let cursor: string | null = null; ;) {
          const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(world.people.provinceClerk, {
            sort,
            cursor,
            limit: 2,
          });
          paged.push(...page.items);
          cursor = page.nextCursor;
          if (cursor === null) break;
        }
        expect(paged.map((row) => row.id)).toEqual(whole.map((row) => row.id));
        expect(whole).toHaveLength(9);
        const keys = whole.map((row) => sortKey(row, by));
        expect(direction === "asc" ? keys : keys.toReversed()).toEqual(keys.toSorted());
      });
    }
  }

  it("refuses a cursor of another sort, and one it has not made", async () => {
    const { nextCursor } = await pageOf(world.people.provinceClerk, { limit: 2 });
    const other = pageOf(world.people.provinceClerk, {
      cursor: nextCursor,
      sort: { by: "foundFen", direction: "asc" },
    });
    expect(await refusalOf(other)).toMatchObject({ code: "invalid", fields: [{ path: "cursor" }] });
    expect((await refusalOf(pageOf(world.people.provinceClerk, { cursor: "bm90IGpzb24" }))).code).toBe("invalid");
  });

  it("narrows by area downwards only", async () => {
    expect(
      (await pageOf(world.people.provinceClerk, { filter: { unitCode: "130100" } })).items.map((row) => row.id),
    ).toEqual([far.id]);
    expect((await pageOf(world.people.cityClerk, {})).items).toHaveLength(8);
    expect((await refusalOf(pageOf(world.people.cityClerk, { filter: { unitCode: "130100" } }))).code).toBe("notFound");
  });

  it("filters by status, origin, deadline, days and words", async () => {
    const count = async (filter: Partial<AskedFilter>) =>
      (await pageOf(world.people.provinceClerk, { filter })).items.length;
    expect(await count({ statuses: ["rectifying"] })).toBe(1);
    expect(await count({ statuses: ["rectifying", "awaitingAcceptance"] })).toBe(2);
    expect(await count({ origins: ["complaint"] })).toBe(0);
    expect(await count({ due: "unplanned" })).toBe(7);
    expect(await count({ due: "overdue" })).toBe(0);
    expect(await count({ text: "两项" })).toBe(1);
    expect(await count({ text: "井陉" })).toBe(1);
    expect(await count({ text: "100%" })).toBe(0);
    expect(await count({ text: far.number })).toBe(1);
    world.moveTo("2009-03-30");
    expect(await count({ due: "soon" })).toBe(1);
    world.moveTo("2009-04-02");
    expect(await count({ due: "overdue" })).toBe(1);
    world.moveTo("2008-10-15");
  });

  it("under a filter by fund, kind or category shows of each finding the matching part, and rows add up to the sum", async () => {
    const { items } = await pageOf(world.people.provinceClerk, { filter: { fundLines: ["work-injury"] } });
    expect(items).toMatchObject([{ id: twoLines.id, foundFen: "40", outstandingFen: "40" }]);
    for (const filter of [
      { fundLines: ["work-injury"] },
      { kinds: ["B2"] },
      { categories: ["C"] },
      { categories: ["B"], kinds: ["C5"] },
      { fundLines: ["unemployment"], statuses: ["registered" as const] },
    ]) {
      const rows = (await pageOf(world.people.provinceClerk, { filter })).items;
      const { total } = await sums(world, world.people.provinceClerk, { groupBy: null, filter });
      expect([total.count, total.foundFen]).toEqual([
        rows.length,
        String(rows.reduce((sum, row) => sum + BigInt(row.foundFen), 0n)),
      ]);
    }
  });
});

describe("sumFindings", () => {
  it("counts a finding once in the total and once in each fund it touches", async () => {
    const byFund = await sums(world, world.people.cityClerk, { groupBy: "fundLine" });
    expect(byFund.groups.map((group) => [group.key, group.name, group.count])).toEqual([
      ["unemployment", "失业保险基金", 8],
      ["work-injury", "工伤保险基金", 1],
    ]);
    expect(byFund.total.count).toBe(8);
    const byCategory = await sums(world, world.people.cityClerk, { groupBy: "category" });
    expect(byCategory.groups.map((group) => [group.key, group.count])).toEqual([["B", 8]]);
  });

  it("gives the same total however it is grouped", async () => {
    const whole = (await sums(world, world.people.provinceClerk, { groupBy: null })).total;
    for (const groupBy of ["city", "unit", "fundLine", "category", "kind", "status", "origin"]) {
      const { groups, total } = await sums(world, world.people.provinceClerk, { groupBy });
      expect(total).toEqual(whole);
      expect(String(groups.reduce((sum, group) => sum + BigInt(group.foundFen), 0n))).toBe(whole.foundFen);
    }
  });
});

describe("getFinding", () => {
  it("says of each act whether it is open and why not, with one way on", async () => {
    const row = await registered(world);
    const asClerk = await getFinding(world.ctxOf(world.people.clerk), { id: row.id });
    expect(asClerk.acts.filter((act) => act.isPrimary).map((act) => act.verb)).toEqual(["classify"]);
    expect(asClerk.acts.find((act) => act.verb === "classify")?.whyNot).toMatchObject({
      rule: "kernel.roleMayNot",
      message: "您的岗位不能办理此事项。",
    });
    expect(asClerk.acts.filter((act) => act.whyNot === null).map((act) => act.verb)).toEqual([
      "amend",
      "attachEvidence",
    ]);
    const asReviewer = await getFinding(world.ctxOf(world.people.reviewer), { id: row.id });
    expect(asReviewer.acts.find((act) => act.verb === "classify")).toEqual({
      verb: "classify",
      whyNot: null,
      isPrimary: true,
    });
  });

  it("is not found outside the area", async () => {
    const outside = getFinding(world.ctxOf(world.people.farClerk), { id: twoLines.id });
    expect((await refusalOf(outside)).code).toBe("notFound");
  });
});

describe("row-level security alone", () => {
  it("keeps another county's findings, lines and sums back with the application's own filter off", async () => {
    const ctx = { ...world.ctxOf(world.people.farClerk), filtersByScope: false };
    const input = listFindingsInput.parse({
      campaignId: world.campaignId,
      filter: everyFinding(null),
      sort: { by: "number", direction: "asc" },
      cursor: null,
      limit: 200,
    });
    expect((await listFindings(ctx, input)).items.map((row) => row.id)).toEqual([far.id]);
    expect((await refusalOf(getFinding(ctx, { id: twoLines.id }))).code).toBe("notFound");
  });
});

describe("myFindingsWork", () => {
  const verbsOf = async (by: Actor) =>
    (await myFindingsWork(world.ctxOf(by), { campaignId: world.campaignId })).map((item) => item.verb);

  it("gives each role what waits for it at its level", async () => {
    const reviewer = await verbsOf(world.people.reviewer);
    expect(reviewer.filter((verb) => verb === "findings.classify").length).toBeGreaterThan(5);
    expect(reviewer).toContain("findings.close");
    const clerk = await verbsOf(world.people.clerk);
    expect(clerk).toContain("findings.recordSettlement");
    expect(clerk).not.toContain("findings.classify");
    expect(clerk).not.toContain("findings.close");
    expect(await verbsOf(world.people.cityReviewer)).toEqual([]);
  });

  it("brings what was returned back to the clerk, first and with its remark", async () => {
    const row = await registered(world);
    await returnRegistration(world.ctxOf(world.people.reviewer), { ...at(row), remark: "请补充底稿" });
    const [first] = await myFindingsWork(world.ctxOf(world.people.clerk), { campaignId: world.campaignId });
    expect(first).toMatchObject({
      verb: "findings.amend",
      isReturned: true,
      number: row.number,
      lastRemark: { text: "请补充底稿", on: "2008-10-15" },
    });
  });
});

describe("the campaign's gates", () => {
  it("tells the gates each unit's counts and names up to fifty findings", async () => {
    await classified(world);
    const facts = await read(world.ctxOf(world.people.provinceClerk), (reader) =>
      ledgerFacts(reader, { campaign: { id: world.campaignId }, named: { within: reader.actor.path, max: 50 } }),
    );
    const rows = (await pageOf(world.people.provinceClerk, { filter: { unitCode: "130621" } })).items;
    const count = (...statuses: string[]) => rows.filter((row) => statuses.includes(row.status)).length;
    expect(facts.byUnit.get("130621")).toEqual({
      findingCount: rows.length,
      unclassifiedCount: count("registered"),
      unplannedCount: count("registered", "classified"),
    });
    expect(facts.subjects["findings.findingsClassified"]).toHaveLength(
      Math.min(
        50,
        [...facts.byUnit.values()].reduce((sum, one) => sum + (one.unclassifiedCount ?? 0), 0),
      ),
    );
    expect(facts.subjects["findings.findingsClosedOrPlanned"]?.[0]).toMatchObject({
      subject: { kind: "finding" },
      reason: "findings.unplanned",
    });
  });

  it("names every one of an area when as many are asked for, and none from elsewhere", async () => {
    const named = async (path: string, max: number) => {
      const options = { campaign: { id: world.campaignId }, named: { within: regionPath(path), max } };
      const facts = await read(world.ctxOf(world.people.provinceClerk), (reader) => ledgerFacts(reader, options));
      return facts.subjects["findings.findingsClassified"] ?? [];
    };
    const all = await named("13", 2000);
    const ofCity = await named("13.06", 2000);
    expect(all.length).toBeGreaterThan(ofCity.length);
    expect(await named("13", 3)).toEqual(all.slice(0, 3));
    expect(ofCity.map((one) => one.unitCode)).toEqual(
      all.map((one) => one.unitCode).filter((code) => code.startsWith("1306")),
    );
  });
});
