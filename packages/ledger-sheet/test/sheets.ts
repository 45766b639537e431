import { readFile } from "node:fs/promises";
import { type AskedFilter, everyFinding, sumFindingsInput } from "@anji/findings";
import { sumFindings } from "@anji/findings/queries";
import { evidence, finding, findingEvent, findingLine, settlement } from "@anji/findings/tables";
import type { Actor, Id } from "@anji/kernel";
import { type ConflictChoice, dryRunInput, exportSheetInput, startImportInput } from "@anji/ledger-sheet";
import { dryRun, type ImportProgress, importProgress } from "@anji/ledger-sheet/queries";
import { ledgerImport } from "@anji/ledger-sheet/tables";
import { exportSheet, startImport, startRun } from "@anji/ledger-sheet/verbs";
import { count } from "drizzle-orm";
import { command, type TestWorld } from "./world.ts";

export async function fixture(name: string): Promise<Uint8Array> {
  return readFile(new URL(`fixtures/${name}`, import.meta.url));
}

export async function uploaded(world: TestWorld, by: Actor, name: string): Promise<Id<"file">> {
  return world.upload(by, { name, bytes: await fixture(name) });
}

export async function checked(world: TestWorld, by: Actor, fileId: Id<"file">) {
  return dryRun(world.ctxOf(by), dryRunInput.parse({ campaignId: world.campaignId, fileId }));
}

/** Imports a file and waits for its end. */
export async function imported(
  world: TestWorld,
  by: Actor,
  options: { fileId: Id<"file">; onConflict: ConflictChoice },
): Promise<ImportProgress> {
  const ctx = world.ctxOf(by);
  const { importId } = await startImport(
    ctx,
    startImportInput.parse({ ...command(), campaignId: world.campaignId, ...options }),
  );
  await startRun(ctx, importId);
  return importProgress(ctx, { importId });
}

export async function sums(
  world: TestWorld,
  by: Actor,
  options: { groupBy: string | null; filter?: Partial<AskedFilter> },
) {
  const filter = { ...everyFinding(null), ...options.filter };
  const input = sumFindingsInput.parse({ campaignId: world.campaignId, filter, groupBy: options.groupBy });
  return sumFindings(world.ctxOf(by), input);
}

export async function exported(world: TestWorld, by: Actor): Promise<Id<"file">> {
  const sort = { by: "number", direction: "asc" };
  const input = exportSheetInput.parse({
    ...command(),
    campaignId: world.campaignId,
    filter: everyFinding(null),
    sort,
  });
  return (await exportSheet(world.ctxOf(by), input)).fileId;
}

/** How many rows the ledger's tables hold. */
export async function rowCounts(world: TestWorld): Promise<Record<string, number>> {
  const tables = { finding, findingLine, settlement, evidence, findingEvent, ledgerImport };
  return world.asProvince(async (tx) => {
    const counts: Record<string, number> = {};
    for (const [name, table] of Object.entries(tables)) {
      const [row] = await tx.select({ rows: count() }).from(table);
      counts[name] = row?.rows ?? -1;
    }
    return counts;
  });
}
