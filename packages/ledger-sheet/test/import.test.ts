import { amendInput, everyFinding, listFindingsInput, returnRegistrationInput } from "@anji/findings";
import { getFinding, listFindings } from "@anji/findings/queries";
import { aRegistration } from "@anji/findings/testing";
import { amend, classify, register, returnRegistration } from "@anji/findings/verbs";
import { person } from "@anji/jurisdictions/tables";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import { fen, knownDay, type Role } from "@anji/kernel";
import { expectRefused, refusalOf } from "@anji/kernel/testing";
import { annotateSheetInput, sheetTemplateInput } from "@anji/ledger-sheet";
import { ledgerCatalogue, writeLedger } from "@anji/ledger-sheet/sheet";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { aLedgerRow, SHEET_RULE_CODES } from "@anji/ledger-sheet/testing";
import { annotateSheet, makeTemplate, unfinishedImports } from "@anji/ledger-sheet/verbs";
import { auditEntry } from "@anji/database/tables";
import { bytesOf } from "@anji/workbook/writing";
import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { checked, exported, fixture, imported, rowCounts, sums, uploaded } from "./sheets.ts";
import { at, classification, command, ledgerWorld, recordSettlementFor, type TestWorld } from "./world.ts";

const amounts = {
  count: z.number(),
  found: z.number(),
  recovered: z.number(),
  repaid: z.number(),
  rebooked: z.number(),
  writtenOff: z.number(),
  outstanding: z.number(),
};
const group = z.object(amounts);
const totals = z.object({
  total: group,
  byCity: z.record(z.string(), group),
  byFund: z.record(z.string(), group),
  byCategory: z.record(z.string(), group),
  byKind: z.record(z.string(), group),
  byUnit: z.record(z.string(), group),
  rows: z.array(
    z
      .object({
        row: z.number(),
        unit: z.string(),
        kind: z.string(),
        occurred: z.string(),
        precision: z.string(),
        discovered: z.string(),
        due: z.string().nullable(),
        found: z.number(),
      })
      .loose(),
  ),
});

let world: TestWorld;
beforeEach(async () => {
  world = await ledgerWorld();
});

async function expectedTotals() {
  return totals.parse(JSON.parse(new TextDecoder().decode(await fixture("totals.json"))));
}

/** A sum as totals.json writes it. */
function plain(sum: {
  count: number;
  foundFen: string;
  recoveredFen: string;
  repaidFen: string;
  rebookedFen: string;
  writtenOffFen: string;
  outstandingFen: string;
}) {
  return {
    count: sum.count,
    found: Number(sum.foundFen),
    recovered: Number(sum.recoveredFen),
    repaid: Number(sum.repaidFen),
    rebooked: Number(sum.rebookedFen),
    writtenOff: Number(sum.writtenOffFen),
    outstanding: Number(sum.outstandingFen),
  };
}

describe("the ledger of earlier findings", () => {
  it("gives exactly the expected sums, in total and by city, fund, category, kind and unit", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    const progress = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(progress).toMatchObject({
      status: "done",
      done: 60,
      total: 60,
      created: 60,
      updated: 0,
      skipped: 0,
      failed: 0,
      message: null,
    });
    const expected = await expectedTotals();
    const by = async (groupBy: string, key: "key" | "name") => {
      const { groups, total } = await sums(world, provinceClerk, { groupBy });
      expect(plain(total)).toEqual(expected.total);
      return Object.fromEntries(groups.map((one) => [one[key], plain(one)]));
    };
    expect(await by("city", "key")).toEqual(expected.byCity);
    expect(await by("fundLine", "name")).toEqual(expected.byFund);
    expect(await by("category", "name")).toEqual(expected.byCategory);
    expect(await by("kind", "key")).toEqual(expected.byKind);
    expect(await by("unit", "key")).toEqual(expected.byUnit);
    const { total } = await sums(world, provinceClerk, { groupBy: null });
    expect(plain(total)).toEqual(expected.total);
  });

  it("keeps each row as it must be read: unit, kind, date and its precision", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const input = listFindingsInput.parse({
      campaignId: world.campaignId,
      filter: everyFinding(null),
      sort: { by: "number", direction: "asc" },
      cursor: null,
      limit: 200,
    });
    const { items } = await listFindings(world.ctxOf(provinceClerk), input);
    const read = items.map((row) =>
      [
        row.unitCode,
        row.kind,
        row.occurrence.text,
        row.occurrence.precision,
        row.discoveredOn,
        row.dueOn,
        Number(row.foundFen),
      ].join(),
    );
    const { rows } = await expectedTotals();
    expect(read.toSorted()).toEqual(
      rows
        .map((row) => [row.unit, row.kind, row.occurred, row.precision, row.discovered, row.due, row.found].join())
        .toSorted(),
    );
    expect(new Set(items.map((row) => row.number)).size).toBe(60);
    expect(items.every((row) => row.status === "registered" && row.origin === "earlierAudit")).toBe(true);
  });

  it("imported again changes nothing: 60 same, 0 created", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const before = await rowCounts(world);
    expect((await checked(world, provinceClerk, fileId)).counts).toEqual({
      new: 0,
      same: 60,
      changed: 0,
      conflict: 0,
      mistaken: 0,
    });
    expect(await imported(world, provinceClerk, { fileId, onConflict: "replace" })).toMatchObject({
      status: "done",
      created: 0,
      updated: 0,
      skipped: 60,
    });
    expect(await rowCounts(world)).toEqual({ ...before, ledgerImport: 2 });
  });

  it("leaves one audit row per chunk that names what it wrote", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const trail = await world.asProvince((tx) =>
      tx.select().from(auditEntry).where(eq(auditEntry.subjectId, id)).orderBy(auditEntry.id),
    );
    expect(trail.map((entry) => entry.verb)).toEqual([
      "ledgerSheet.startImport",
      "ledgerSheet.importChunk",
      "ledgerSheet.finishImport",
    ]);
    expect(trail[1]?.after).toMatchObject({ done: 60, created: 60 });
    expect(z.object({ createdIds: z.array(z.uuid()) }).parse(trail[1]?.after).createdIds).toHaveLength(60);
  });
});

describe("a file with mistakes", () => {
  it("lists exactly the planted errors at their cells, and nothing is written", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings-bad.xlsx");
    const before = await rowCounts(world);
    const check = await checked(world, provinceClerk, fileId);
    const codes: Readonly<Record<string, string>> = SHEET_RULE_CODES;
    const listed = check.mistakes
      .filter((mistake) => mistake.severity === "error")
      .map((mistake) => [mistake.sheet, mistake.cell, codes[mistake.rule]].join());
    const csv = new TextDecoder().decode(await fixture("errors.csv"));
    const planted = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 3).join());
    expect(listed.toSorted()).toEqual(planted.toSorted());
    expect(check.mistakeCount).toBe(15);
    expect(check.counts.mistaken).toBe(14);
    expect(await rowCounts(world)).toEqual(before);
  });

  it("started all the same is refused as a whole", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings-bad.xlsx");
    const before = await rowCounts(world);
    const progress = await imported(world, provinceClerk, { fileId, onConflict: "replace" });
    expect(progress).toMatchObject({ status: "refused", done: 0, created: 0 });
    expect(progress.message).toContain("15 处错误");
    expect(await rowCounts(world)).toEqual({ ...before, ledgerImport: 1 });
  });

  it("comes back as the same workbook with its mistakes marked", async () => {
    const { provinceClerk } = world.people;
    const ctx = world.ctxOf(provinceClerk);
    const fileId = await uploaded(world, provinceClerk, "earlier-findings-bad.xlsx");
    const marked = await annotateSheet(
      ctx,
      annotateSheetInput.parse({ ...command(), campaignId: world.campaignId, fileId }),
    );
    expect((await checked(world, provinceClerk, marked.fileId)).mistakeCount).toBe(15);
  });

  it("is no workbook at all: refused with the way out", async () => {
    const { provinceClerk } = world.people;
    const fileId = await world.upload(provinceClerk, {
      name: "a.xlsx",
      bytes: new TextEncoder().encode("not a workbook"),
    });
    await expectRefused(checked(world, provinceClerk, fileId), "workbook.notWorkbook");
    expect(await imported(world, provinceClerk, { fileId, onConflict: "skip" })).toMatchObject({
      status: "refused",
      done: 0,
    });
  });
});

describe("who may import what", () => {
  it("a city's clerk is told which rows lie outside the city, at the unit's cell", async () => {
    const { cityClerk } = world.people;
    const fileId = await uploaded(world, cityClerk, "earlier-findings.xlsx");
    const check = await checked(world, cityClerk, fileId);
    expect(check.counts.mistaken).toBe(54);
    expect(check.counts.new).toBe(6);
    expect(check.mistakes.filter((one) => one.severity === "error").every((one) => /^[EFG]\d+/.test(one.cell))).toBe(
      true,
    );
  });

  it("a leader may not check or import, and another area's file is not found", async () => {
    const { leader, provinceClerk, cityClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    await expectRefused(checked(world, leader, fileId), "kernel.roleMayNot");
    expect((await refusalOf(checked(world, cityClerk, fileId))).code).toBe("notFound");
  });
});

describe("export and import again", () => {
  it("an exported view says nothing new, whatever people have entered and settled since", async () => {
    const { provinceClerk, clerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const own = await register(
      world.ctxOf(clerk),
      aRegistration(world, { occurrence: { text: "2007-05", precision: "month" } }),
    );
    const determined = await classify(world.ctxOf(world.people.reviewer), classification(own));
    await recordSettlementFor(world, determined, "12345678");
    const back = await exported(world, provinceClerk);
    const check = await checked(world, provinceClerk, back);
    expect(check.mistakes.filter((one) => one.severity === "error")).toEqual([]);
    expect(check.counts).toEqual({ new: 0, same: 61, changed: 0, conflict: 0, mistaken: 0 });
    expect(check.sums).toMatchObject({ foundFen: "2584113173472" });
  });

  it("the template is an empty ledger of the campaign", async () => {
    const { clerk } = world.people;
    const made = await makeTemplate(
      world.ctxOf(clerk),
      sheetTemplateInput.parse({ ...command(), campaignId: world.campaignId }),
    );
    const check = await checked(world, clerk, made.fileId);
    expect(check.mistakes.map((one) => one.rule)).toEqual(["ledgerSheet.noRows"]);
  });
});

/** A finding exported, then amended: the sheet holds its earlier state. */
async function twoVersions(summary: string) {
  const { clerk, provinceClerk } = world.people;
  const row = await register(world.ctxOf(clerk), aRegistration(world, {}));
  const fileId = await exported(world, provinceClerk);
  const input = amendInput.parse({ ...at(row), changes: { summary, foundFen: "120000000" }, reason: "更正" });
  return { fileId, amended: await amend(world.ctxOf(clerk), input) };
}

/** A sheet with one row. */
async function written(row: Parameters<typeof aLedgerRow>[0]) {
  async function* rows() {
    yield aLedgerRow(row);
  }
  const catalogue = ledgerCatalogue(world.plan, hebeiUnits());
  const closingOn = knownDay("2008-10-15");
  const bytes = await bytesOf(writeLedger({ catalogue, title: "台账", reportingUnit: "河北省", closingOn }, rows()));
  return world.upload(world.people.provinceClerk, { name: "台账.xlsx", bytes });
}

function everyRow() {
  const sort = { by: "number", direction: "asc" };
  const page = { cursor: null, limit: 10 };
  return listFindingsInput.parse({ campaignId: world.campaignId, filter: everyFinding(null), sort, ...page });
}

describe("a file that says something else", () => {
  it("is a conflict where a person has changed the row since, and says what differs", async () => {
    const { provinceClerk } = world.people;
    const { fileId } = await twoVersions("后来改的摘要");
    const check = await checked(world, provinceClerk, fileId);
    expect(check.counts).toEqual({ new: 0, same: 0, changed: 0, conflict: 1, mistaken: 0 });
    expect(check.rows[0]?.differences).toEqual([
      { field: "问题摘要", before: "后来改的摘要", after: "失业保险基金用于发放补贴" },
      { field: "涉及金额", before: "120", after: "100" },
    ]);
  });

  it("stops, skips or replaces, as chosen", async () => {
    const { provinceClerk } = world.people;
    const { fileId, amended } = await twoVersions("后来改的摘要");
    const ctx = world.ctxOf(provinceClerk);
    const stopped = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(stopped).toMatchObject({ status: "refused", done: 0 });
    expect(stopped.message).toContain("1 行");
    expect(await imported(world, provinceClerk, { fileId, onConflict: "skip" })).toMatchObject({
      status: "done",
      skipped: 1,
      updated: 0,
    });
    expect((await getFinding(ctx, { id: amended.id })).version).toBe(amended.version);
    expect(await imported(world, provinceClerk, { fileId, onConflict: "replace" })).toMatchObject({
      status: "done",
      skipped: 0,
      updated: 1,
    });
    const replaced = await getFinding(ctx, { id: amended.id });
    expect(replaced).toMatchObject({
      summary: "失业保险基金用于发放补贴",
      foundFen: "100000000",
      outstandingFen: "100000000",
    });
    expect(replaced.events.map((event) => event.event)).toEqual(["register", "amend", "importChanges"]);
    expect((await checked(world, provinceClerk, fileId)).counts.same).toBe(1);
  });

  it("takes back money that the sheet no longer shows by a correcting movement", async () => {
    const { provinceClerk } = world.people;
    const foundFen = fen(100_000_000);
    const paid = { recoveredFen: fen(70_000_000), outstandingFen: fen(30_000_000) };
    const first = await written({ externalNo: "内-1", foundFen, ...paid });
    await imported(world, provinceClerk, { fileId: first, onConflict: "stop" });
    const second = await written({ externalNo: "内-1", foundFen, outstandingFen: foundFen });
    expect(await imported(world, provinceClerk, { fileId: second, onConflict: "stop" })).toMatchObject({ updated: 1 });
    const [row] = (await listFindings(world.ctxOf(provinceClerk), everyRow())).items;
    if (row === undefined) throw new Error("one finding was imported");
    const replaced = await getFinding(world.ctxOf(provinceClerk), { id: row.id });
    expect(replaced).toMatchObject({ foundFen: "100000000", recoveredFen: "0", outstandingFen: "100000000" });
    expect(replaced.settlements.map((one) => one.amountFen).toSorted()).toEqual(["-70000000", "70000000"]);
  });

  it("never writes a finding that was classified once, nor one returned to registration since", async () => {
    const { provinceClerk, reviewer } = world.people;
    const { fileId, amended } = await twoVersions("后来改的摘要");
    const row = await classify(world.ctxOf(reviewer), classification(amended));
    const returning = returnRegistrationInput.parse({ ...at(row), remark: "性质有误" });
    await returnRegistration(world.ctxOf(reviewer), returning);
    expect(await imported(world, provinceClerk, { fileId, onConflict: "replace" })).toMatchObject({
      updated: 0,
      failed: 1,
    });
  });

  it("never writes a finding that a person has moved on", async () => {
    const { provinceClerk, reviewer } = world.people;
    const { fileId, amended } = await twoVersions("后来改的摘要");
    await classify(world.ctxOf(reviewer), classification(amended));
    expect(await imported(world, provinceClerk, { fileId, onConflict: "replace" })).toMatchObject({
      status: "done",
      updated: 0,
      failed: 1,
    });
  });
});

describe("an import that was stopped", () => {
  it.each([
    ["whose account is closed", { isActive: false }],
    ["whose role is another one", { roles: ["leader"] as Role[] }],
    ["who belongs to another unit", { unitCode: "130600" }],
  ])("writes nothing more in the name of a person %s", async (_, change) => {
    const clerk = world.people.provinceClerk;
    const fileId = await uploaded(world, clerk, "earlier-findings.xlsx");
    await world.asProvince((tx) => tx.update(person).set(change).where(eq(person.id, clerk.personId)));
    const ended = await imported(world, clerk, { fileId, onConflict: "stop" });
    expect(ended).toMatchObject({ status: "refused", done: 0, created: 0 });
    expect(ended.message).toBe("导入中断，已导入的 0 行保留；重新导入同一文件会接着完成。");
    expect((await rowCounts(world))["finding"]).toBe(0);
  });

  it("is known as unfinished until it ends", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(await unfinishedImports(world.ctxOf(provinceClerk))).toEqual([]);
    await world.asProvince((tx) => tx.update(ledgerImport).set({ status: "running" }));
    expect(await unfinishedImports(world.ctxOf(provinceClerk))).toMatchObject([
      { requestedBy: provinceClerk.personId },
    ]);
  });
});
