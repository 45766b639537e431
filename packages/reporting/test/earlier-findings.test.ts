import { readFile } from "node:fs/promises";
import { hebeiPlan } from "@anji/campaign/testing";
import type { Tally } from "@anji/figures";
import { startImportInput } from "@anji/ledger-sheet";
import { startImport, startRun } from "@anji/ledger-sheet/verbs";
import { fundLine } from "@anji/campaign";
import { draftReportInput } from "@anji/reporting";
import { type MonthlyFindingRow, monthlyReportDocx, monthlyReportXlsx } from "@anji/reporting/documents";
import { getReport, reportContent, reportContentRows } from "@anji/reporting/queries";
import { draftReport } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { command } from "@anji/figures/testing";
import { drafted, type ReportWorld, reportWorld } from "./world.ts";

const FIXTURES = new URL("../../ledger-sheet/test/fixtures/", import.meta.url);
const amount = z.int().transform(String);
/** Nothing of the demonstration ledger is reduced: what is found is what was stated. */
const tally = z
  .object({
    count: z.int(),
    found: amount,
    recovered: amount,
    repaid: amount,
    rebooked: amount,
    writtenOff: amount,
    outstanding: amount,
  })
  .transform((one) => ({ ...one, reduced: "0", stated: one.found }));
const totalsFile = z.object({
  total: tally,
  byCity: z.record(z.string(), tally),
  byFund: z.record(z.string(), tally),
  byKind: z.record(z.string(), tally),
});

let world: ReportWorld;
let totals: z.output<typeof totalsFile>;
beforeAll(async () => {
  totals = totalsFile.parse(JSON.parse(await readFile(new URL("totals.json", FIXTURES), "utf8")));
  world = await reportWorld();
  world.moveTo("2008-10-15");
  const office = await world.addPerson({ name: "省经办", unitCode: "130000", roles: ["clerk"] });
  const fileId = await world.upload(office, {
    name: "earlier-findings.xlsx",
    bytes: await readFile(new URL("earlier-findings.xlsx", FIXTURES)),
  });
  const input = startImportInput.parse({ ...command(), campaignId: world.campaignId, fileId, onConflict: "stop" });
  const { importId } = await startImport(world.ctxOf(office), input);
  await startRun(world.ctxOf(office), importId);
  world.moveTo("2008-11-03");
});

describe("the workbook of earlier findings, reported", () => {
  it("gives every city's frozen report exactly the city's sums", async () => {
    for (const [unitCode, expected] of Object.entries(totals.byCity)) {
      const clerk = world.actorOf({ unitCode, roles: ["clerk"] });
      const { id } = await drafted(world, clerk, "2008-10");
      const { figures } = await getReport(world.ctxOf(clerk), { id });
      expect({ unitCode, ...figures.total }).toEqual({ unitCode, ...expected });
      expect(figures.thisMonth.found).toEqual({ count: expected.count, amount: expected.found });
    }
  });

  it("gives the province's summary the sums by city, fund and kind", async () => {
    await world.setPhase("summary");
    const { provinceLeader } = world.people;
    const input = draftReportInput.parse({
      ...command(),
      kind: "summary",
      month: null,
      campaignId: world.campaignId,
      unitCode: "130000",
    });
    const { id } = await draftReport(world.ctxOf(provinceLeader), input);
    const { figures } = await getReport(world.ctxOf(provinceLeader), { id });
    const plan = hebeiPlan();
    const by = (lines: typeof figures.byUnit, nameOf: (key: string) => string) =>
      Object.fromEntries(lines.map((line) => [nameOf(line.key), sumsOf(line)]));
    expect(figures.total).toEqual(totals.total);
    expect(by(figures.byUnit, (key) => key)).toEqual(totals.byCity);
    expect(by(figures.byFund, (key) => fundLine(plan, key)?.name ?? key)).toEqual(totals.byFund);
    expect(by(figures.byKind, (key) => key)).toEqual(totals.byKind);
  });

  it("gives the files of a report rows and figures that agree", async () => {
    const clerk = world.actorOf({ unitCode: "131000", roles: ["clerk"] });
    const { id } = await drafted(world, clerk, "2008-10");
    const ctx = world.ctxOf(clerk);
    const { kind, content, rowCount } = await reportContent(ctx, { id });
    if (kind !== "monthly") throw new Error("a monthly report was drafted");
    const rows: MonthlyFindingRow[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof reportContentRows>> = await reportContentRows(ctx, {
        id,
        cursor,
        limit: 3,
      });
      rows.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(rows).toHaveLength(rowCount);
    expect((await monthlyReportDocx(content)).byteLength).toBeGreaterThan(0);
    // The workbook refuses rows whose sums are not the figures.
    expect((await monthlyReportXlsx({ content, rows: pageOf(rows) })).byteLength).toBeGreaterThan(0);
    await expect(monthlyReportXlsx({ content, rows: pageOf(rows.slice(1)) })).rejects.toThrow(
      "ledger lines do not give the frozen figures",
    );
  });
});

function sumsOf(line: Tally): Tally {
  const { count, found, recovered, repaid, rebooked, writtenOff, outstanding, reduced, stated } = line;
  return { count, found, recovered, repaid, rebooked, writtenOff, outstanding, reduced, stated };
}

async function* pageOf(rows: readonly MonthlyFindingRow[]): AsyncGenerator<MonthlyFindingRow> {
  yield* rows;
}
