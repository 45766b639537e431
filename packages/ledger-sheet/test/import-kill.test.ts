import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import { finding } from "@anji/findings/tables";
import { startImportInput } from "@anji/ledger-sheet";
import { importProgress } from "@anji/ledger-sheet/queries";
import { ledgerCatalogue, writeLedger } from "@anji/ledger-sheet/sheet";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { aLedgerRow } from "@anji/ledger-sheet/testing";
import { unfinishedImports } from "@anji/ledger-sheet/verbs";
import { auditEntry } from "@anji/database/tables";
import { fen, knownDay, newId } from "@anji/kernel";
import { bytesOf } from "@anji/workbook/writing";
import { and, countDistinct, count, eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { ledgerWorld, type TestWorld } from "./world.ts";

const ROWS = 4000;
const KILLS = 5;
const RUNNER = fileURLToPath(new URL("run-import.ts", import.meta.url));

let world: TestWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});

it("an import killed at any moment and taken up again writes each row once and leaves none out", async () => {
  const { provinceClerk } = world.people;
  const ctx = world.ctxOf(provinceClerk);
  const fileId = await world.upload(provinceClerk, { name: "ledger.xlsx", bytes: await ledgerOf(ROWS) });
  const importId = newId<"ledgerImport">(new Date());
  const { onConflict } = startImportInput.parse({
    commandId: crypto.randomUUID(),
    campaignId: world.campaignId,
    fileId,
    onConflict: "stop",
  });
  await world.asProvince((tx) =>
    tx.insert(ledgerImport).values({
      id: importId,
      campaignId: world.campaignId,
      regionPath: provinceClerk.path,
      fileId,
      onConflict,
      status: "running",
      done: 0,
      total: 0,
      created: 0,
      updated: 0,
      skipped: 0,
      failed: 0,
      requestedBy: provinceClerk.personId,
      requestedAt: new Date(),
    }),
  );
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    const before = (await importProgress(ctx, { importId })).done;
    const child = runner(importId);
    // Killed while it writes: some time after the next chunk.
    while ((await importProgress(ctx, { importId })).done === before && child.exitCode === null) await pause(5);
    await pause(kills * 7);
    child.kill("SIGKILL");
    await once(child, "exit");
    if ((await importProgress(ctx, { importId })).status !== "running") break;
    expect(await unfinishedImports(ctx)).toMatchObject([{ importId }]);
  }
  expect(kills).toBeGreaterThan(2);
  const last = runner(importId);
  await once(last, "exit");
  expect(await importProgress(ctx, { importId })).toMatchObject({
    status: "done",
    done: ROWS,
    created: ROWS,
    skipped: 0,
    failed: 0,
  });
  await world.asProvince(async (tx) => {
    const [rows] = await tx
      .select({ all: count(), distinct: countDistinct(finding.externalNo), numbers: countDistinct(finding.number) })
      .from(finding);
    expect(rows).toEqual({ all: ROWS, distinct: ROWS, numbers: ROWS });
    const [named] = await tx
      .select({ ids: sql<number>`sum(jsonb_array_length(${auditEntry.after} -> 'createdIds'))::int` })
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, importId), eq(auditEntry.verb, "ledgerSheet.importChunk")));
    expect(named?.ids).toBe(ROWS);
  });
});

function runner(importId: string) {
  const { appUrl, fileDirectory, people } = world;
  const task = JSON.stringify({ appUrl, fileDirectory, actor: people.provinceClerk, importId });
  return spawn(process.execPath, [RUNNER], { env: { ...process.env, ANJI_TEST_TASK: task }, stdio: "inherit" });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function ledgerOf(rows: number): Promise<Uint8Array> {
  const units = hebeiUnits();
  const counties = units.filter((one) => one.level === "county");
  async function* facts() {
    for (let no = 1; no <= rows; no += 1) {
      const foundFen = fen(no * 100);
      const parts = { foundFen, recoveredFen: fen(100), outstandingFen: fen(foundFen - 100n) };
      yield aLedgerRow({
        ...parts,
        no,
        unitCode: counties[no % counties.length]?.code ?? "",
        summary: `问题 ${no}`,
        externalNo: `K-${no}`,
      });
    }
  }
  const catalogue = ledgerCatalogue(world.plan, units);
  return bytesOf(
    writeLedger({ catalogue, title: "台账", reportingUnit: "河北省", closingOn: knownDay("2008-10-15") }, facts()),
  );
}
