import { rm } from "node:fs/promises";
import { storedFile } from "@anji/database/tables";
import { amendInput } from "@anji/findings";
import { ledgerImport } from "@anji/findings/tables";
import { aRegistration } from "@anji/findings/testing";
import { amend, register } from "@anji/findings/verbs";
import type { Id } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { finishImport } from "../src/import/import-chunk.ts";
import { EXPORT_ROWS_MAX } from "../src/import/ledger-facts.ts";
import { exported, imported, rowCounts, uploaded } from "./sheets.ts";
import { at, ledgerWorld, refusalOf, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});

/** How an import ended, as its row tells it to whoever asks later. */
async function endOf(importId: Id<"ledgerImport">) {
  const [row] = await world.asProvince((tx) => tx.select().from(ledgerImport).where(eq(ledgerImport.id, importId)));
  return row === undefined ? null : { status: row.status, rule: row.messageRule, params: row.messageParams };
}

describe("an import that ends early", () => {
  it("takes nothing of a file with mistakes, and says how many there are", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings-bad.xlsx");
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "replace" });
    expect(await endOf(id)).toEqual({ status: "refused", rule: "findings.importHasMistakes", params: { count: 15 } });
    expect(await rowCounts(world)).toMatchObject({ finding: 0 });
  });

  it("takes nothing where rows differ from the ledger and the clerk chose to stop", async () => {
    const { clerk, provinceClerk } = world.people;
    const row = await register(world.ctxOf(clerk), aRegistration(world, {}));
    const fileId = await exported(world, provinceClerk);
    await amend(world.ctxOf(clerk), amendInput.parse({ ...at(row), changes: { summary: "后来改的摘要" }, reason: "更正" }));
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(await endOf(id)).toEqual({ status: "refused", rule: "findings.importHasConflicts", params: { count: 1 } });
  });

  it("says how many rows it kept when its file is lost, and tells the operators why", async () => {
    const { provinceClerk } = world.people;
    const fileId = await world.upload(provinceClerk, { name: "lost.xlsx", bytes: new TextEncoder().encode("lost") });
    await rm(world.fileDirectory, { recursive: true });
    const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
    const progress = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(await endOf(progress.id)).toEqual({ status: "failed", rule: "findings.importStopped", params: { done: 0 } });
    expect(progress.message).toBe("导入中断，已导入的 0 行保留；重新导入同一文件会接着完成。");
    expect((await warned).message).toContain("ENOENT");
  });

  it("has one end: a second run that comes to another one is refused and changes nothing", async () => {
    const { provinceClerk } = world.people;
    const fileId = await world.upload(provinceClerk, { name: "a.xlsx", bytes: new TextEncoder().encode("no workbook") });
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const before = await endOf(id);
    const again = finishImport(world.ctxOf(provinceClerk), { importId: id, status: "done", rule: null, params: {} });
    expect(await refusalOf(again)).toMatchObject({ code: "conflict", rule: "findings.importMoved" });
    expect(await endOf(id)).toEqual(before);
  });
});

describe("an export", () => {
  const LEDGER_OF_A_PROVINCE_SECONDS = 120;

  it("of more findings than a sheet can take in again is refused, and leaves no file", { timeout: LEDGER_OF_A_PROVINCE_SECONDS * 1000 }, async () => {
    const large = await ledgerWorld();
    const { clerk, provinceClerk } = large.people;
    const row = await register(large.ctxOf(clerk), aRegistration(large, { kind: "D5", foundFen: "0" }));
    await repeat(large, { id: row.id, times: EXPORT_ROWS_MAX });
    const files = await large.asProvince((tx) => tx.$count(storedFile));
    expect(await refusalOf(exported(large, provinceClerk))).toMatchObject({
      code: "tooLarge",
      rule: "findings.exportTooLarge",
      params: { maximum: EXPORT_ROWS_MAX },
    });
    expect(await large.asProvince((tx) => tx.$count(storedFile))).toBe(files);
  });
});

/** Enters the same finding so many times more, by its stated columns; the database makes the others. */
async function repeat(large: TestWorld, options: { id: string; times: number }): Promise<void> {
  await large.asProvince(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '100s'`);
    await tx.execute(sql`
      with copy as materialized (
        select gen_random_uuid() as id, place from generate_series(1, ${options.times}::integer) as place
      ), head as (
        insert into findings.finding (id, campaign_id, region_path, unit_code, number, status, machine_version, version, fund_line, kind,
          category, origin, is_later_discovered, summary, description, occurred_text, occurred_precision, occurred_from, discovered_on,
          responsible_unit, responsible_level, means, found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen,
          registered_by, created_at, changed_at)
        select copy.id, campaign_id, region_path, unit_code, '多-' || copy.place, status, machine_version, version, fund_line, kind,
          category, origin, is_later_discovered, summary, description, occurred_text, occurred_precision, occurred_from, discovered_on,
          responsible_unit, responsible_level, means, 0, 0, 0, 0, 0, registered_by, created_at, changed_at
        from findings.finding cross join copy where finding.id = ${options.id}
      )
      insert into findings.finding_line (finding_id, line_no, campaign_id, region_path, fund_line, kind,
        found_fen, recovered_fen, repaid_fen, rebooked_fen, written_off_fen)
      select copy.id, 1, campaign_id, region_path, fund_line, kind, 0, 0, 0, 0, 0
      from findings.finding_line cross join copy where finding_id = ${options.id}`);
  });
}
