import { rm } from "node:fs/promises";
import { storedFile } from "@anji/database/tables";
import { amendInput } from "@anji/findings";
import { aRegistration } from "@anji/findings/testing";
import { amend, register } from "@anji/findings/verbs";
import type { Id } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { exportSheetInput } from "@anji/ledger-sheet";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { finishImport } from "../src/import/import-chunk.ts";
import { exported, imported, rowCounts, uploaded } from "./sheets.ts";
import { exportUpTo } from "../src/verbs/make-sheet.ts";
import { at, command, ledgerWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});

/** How an import ended, as its row answers it later. */
async function endOf(importId: Id<"ledgerImport">) {
  const [row] = await world.asProvince((tx) => tx.select().from(ledgerImport).where(eq(ledgerImport.id, importId)));
  return row === undefined ? null : { status: row.status, rule: row.messageRule, params: row.messageParams };
}

describe("an import that ends early", () => {
  it("takes nothing of a file with mistakes, and says how many there are", async () => {
    const { provinceClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings-bad.xlsx");
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "replace" });
    expect(await endOf(id)).toEqual({
      status: "refused",
      rule: "ledgerSheet.importHasMistakes",
      params: { count: 15 },
    });
    expect(await rowCounts(world)).toMatchObject({ finding: 0 });
  });

  it("takes nothing where rows differ from the ledger and the clerk chose to stop", async () => {
    const { clerk, provinceClerk } = world.people;
    const row = await register(world.ctxOf(clerk), aRegistration(world, {}));
    const fileId = await exported(world, provinceClerk);
    await amend(
      world.ctxOf(clerk),
      amendInput.parse({ ...at(row), changes: { summary: "后来改的摘要" }, reason: "更正" }),
    );
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(await endOf(id)).toEqual({
      status: "refused",
      rule: "ledgerSheet.importHasConflicts",
      params: { count: 1 },
    });
  });

  it("says how many rows it kept when its file is lost, and tells the operators why", async () => {
    const { provinceClerk } = world.people;
    const fileId = await world.upload(provinceClerk, { name: "lost.xlsx", bytes: new TextEncoder().encode("lost") });
    await rm(world.fileDirectory, { recursive: true });
    const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
    const progress = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    expect(await endOf(progress.id)).toEqual({
      status: "failed",
      rule: "ledgerSheet.importStopped",
      params: { done: 0 },
    });
    expect(progress.message).toBe("导入中断，已导入的 0 行保留；重新导入同一文件会接着完成。");
    expect((await warned).message).toContain("ENOENT");
  });

  it("has one end: a second run that comes to another one is refused and changes nothing", async () => {
    const { provinceClerk } = world.people;
    const fileId = await world.upload(provinceClerk, {
      name: "a.xlsx",
      bytes: new TextEncoder().encode("no workbook"),
    });
    const { id } = await imported(world, provinceClerk, { fileId, onConflict: "stop" });
    const before = await endOf(id);
    const again = finishImport(world.ctxOf(provinceClerk), { importId: id, status: "done", rule: null, params: {} });
    expect(await refusalOf(again)).toMatchObject({ code: "conflict", rule: "ledgerSheet.importMoved" });
    expect(await endOf(id)).toEqual(before);
  });
});

describe("an export", () => {
  it("of more findings than a sheet can take in again is refused before any of it is written, and leaves no file", async () => {
    const { clerk, provinceClerk } = world.people;
    const everything = {
      unitCode: null,
      extent: "subtree",
      due: "all",
      text: null,
      discoveredFrom: null,
      discoveredTo: null,
    };
    const filter = { ...everything, fundLines: [], categories: [], kinds: [], statuses: [], origins: [] };
    const view = { campaignId: world.campaignId, filter, sort: { by: "number", direction: "asc" } };
    const upTo = (maximum: number) => {
      const ctx = world.ctxOf(provinceClerk);
      const put = vi.spyOn(ctx.files, "put");
      return { put, made: exportUpTo(maximum)(ctx, exportSheetInput.parse({ ...command(), ...view })) };
    };
    for (const kind of ["A1", "B1"]) await register(world.ctxOf(clerk), aRegistration(world, { kind }));
    const held = (await rowCounts(world)).finding ?? 0;
    const files = await world.asProvince((tx) => tx.$count(storedFile));

    const refused = upTo(held - 1);
    expect(await refusalOf(refused.made)).toMatchObject({
      code: "tooLarge",
      rule: "ledgerSheet.exportTooLarge",
      params: { maximum: held - 1 },
    });
    expect(refused.put).not.toHaveBeenCalled();
    expect(await world.asProvince((tx) => tx.$count(storedFile))).toBe(files);

    const made = upTo(held);
    await made.made;
    expect(made.put).toHaveBeenCalledOnce();
  });
});
