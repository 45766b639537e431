import { setScope } from "@anji/database";
import { type FindingRow, listFindingsInput } from "@anji/findings";
import { listFindings } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import type { Actor } from "@anji/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerWorld, registered, type TestWorld } from "./world.ts";

const LENGTHS = [1, 2, 3, 4, 7];

let world: TestWorld;
let own: FindingRow[];
let far: FindingRow;
beforeAll(async () => {
  world = await ledgerWorld();
  own = [
    await registered(world, { summary: "审计报告第20081015号：将基金结余用于基本建设", kind: "B2" }),
    await registered(world, { summary: "Excel台账 ABC_100% 与\\财务账不符", kind: "B2" }),
    await registered(world, { summary: "虚假名单列支失业金3000人次", responsibleUnit: "县失业保险所（原Ｂ科）" }),
  ];
  const abroad = {
    unitCode: "130121",
    summary: "截留参保单位缴费，用于基本建设",
    kind: "C5",
    fundLine: "employee-medical",
  };
  far = await register(world.ctxOf(world.people.farClerk), aRegistration(world, abroad));
});

async function numbersWith(by: Actor, text: string): Promise<string[]> {
  const everything = { unitCode: null, extent: "subtree", due: "all", discoveredFrom: null, discoveredTo: null };
  const filter = { ...everything, fundLines: [], categories: [], kinds: [], statuses: [], origins: [], text };
  const sort = { by: "number", direction: "asc" };
  const input = listFindingsInput.parse({ campaignId: world.campaignId, filter, sort, cursor: null, limit: 200 });
  return (await listFindings(world.ctxOf(by), input)).items.map((row) => row.number);
}

const fieldsOf = (row: FindingRow) => [row.number, row.summary, row.responsibleUnit];

/** Every part of a text with certain lengths, as a person might type it. */
function partsOf(text: string): string[] {
  return LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(text.length - length + 1, 0) }, (_, at) => text.slice(at, at + length)),
  );
}

describe("a text search of the ledger", () => {
  it("finds by any part of number, summary or responsible unit, however short and in whatever case", async () => {
    const parts = new Set(
      [...own, far]
        .flatMap(fieldsOf)
        .flatMap(partsOf)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    );
    // A unit's name counts as well, so only texts outside the names of the two areas' units are compared here.
    const words = [...parts].filter(
      (part) => !"河北省石家庄市井陉县保定市满城区".includes(part) && part.charCodeAt(0) % 3 === 0,
    );
    expect(words.length).toBeGreaterThan(80);
    for (const word of words) {
      const holds = (row: FindingRow) =>
        fieldsOf(row).some((field) => field.toLowerCase().includes(word.toLowerCase()));
      const expected = [...own, far]
        .filter(holds)
        .map((row) => row.number)
        .toSorted();
      for (const written of [word, word.toUpperCase()]) {
        expect([written, (await numbersWith(world.people.provinceClerk, written)).toSorted()]).toEqual([
          written,
          expected,
        ]);
      }
    }
  });

  it("finds by the unit's name, and takes signs of patterns for themselves", async () => {
    const { provinceClerk } = world.people;
    expect(await numbersWith(provinceClerk, "井陉")).toEqual([far.number]);
    expect(await numbersWith(provinceClerk, "C_1")).toEqual([own[1]?.number]);
    expect(await numbersWith(provinceClerk, "1_0")).toEqual([]);
    expect(await numbersWith(provinceClerk, "%")).toEqual([own[1]?.number]);
  });

  it("finds nothing outside the reader's area", async () => {
    expect(await numbersWith(world.people.provinceClerk, "基本建设")).toHaveLength(2);
    expect(await numbersWith(world.people.cityClerk, "基本建设")).toEqual([own[0]?.number]);
    expect(await numbersWith(world.people.farClerk, "20081015")).toEqual([]);
  });
});

describe("the function that searches by index as the tables' owner", () => {
  async function idsUnder(by: Pick<Actor, "path" | "personId"> | null, text: string): Promise<unknown[]> {
    return world.asProvince(async (tx) => {
      if (by === null) await tx.execute(sql`select set_config('app.path', '', true)`);
      else await setScope(tx, by);
      const rows = await tx.execute<{ id: string }>(sql`
        select findings.ids_with_signs(${world.campaignId}, findings.signs_of(${text}), 100) as id`);
      return rows.map((row) => row.id);
    });
  }

  it("answers ids of the caller's area only, and none without one", async () => {
    const { provinceClerk, clerk, farClerk } = world.people;
    expect((await idsUnder(provinceClerk, "基本建设")).toSorted()).toEqual([own[0]?.id, far.id].toSorted());
    expect(await idsUnder(clerk, "基本建设")).toEqual([own[0]?.id]);
    expect(await idsUnder(farClerk, "基本建设")).toEqual([far.id]);
    expect(await idsUnder(null, "基本建设")).toEqual([]);
  });

  it("leaves the next statement of its transaction nothing more to see", async () => {
    const seen = await world.asProvince(async (tx) => {
      await setScope(tx, world.people.clerk);
      await tx.execute(sql`select findings.ids_with_signs(${world.campaignId}, findings.signs_of('基本建设'), 1)`);
      const rows = await tx.execute<{ signs: string; count: number }>(sql`
        select current_setting('app.signs') as signs, (select count(*)::int from findings.finding) as count`);
      return rows[0];
    });
    expect(seen).toEqual({ signs: "", count: own.length });
  });
});
