import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { command } from "../../support/product.ts";
import { expectLedgerAsInFixture, FIXTURES, sumsOf, TOTALS } from "./ledger.ts";
import { PROVINCE, type Stage } from "./stage.ts";

const ROWS = TOTALS.total.count;

/** A workbook with mistakes: each is shown at its cell, and nothing is written. */
export async function refuseBadWorkbook(stage: Stage): Promise<void> {
  const clerk = await stage.at("clerk", PROVINCE);
  const { campaignId } = stage;
  const fileId = await clerk.upload(
    "以前检查审计问题台账.xlsx",
    readFileSync(new URL("earlier-findings-bad.xlsx", FIXTURES)),
  );
  const { mistakes, counts } = await clerk.rpc.ledgerSheet.dryRun.query({ campaignId, fileId });
  const errors = mistakes.filter((one) => one.severity === "error");
  expect(errors.map((one) => `${one.sheet} ${one.cell}`).toSorted()).toEqual(plantedMistakes().toSorted());
  expect(errors.every((one) => /\p{Script=Han}/u.test(one.message))).toBe(true);
  expect(counts.mistaken).toBeGreaterThan(0);
  expect((await runImport(stage, fileId)).status).toBe("refused");
  expect((await sumsOf(stage, { unitCode: null, groupBy: null })).total.count).toBe(0);
}

/** The good workbook: first a dry run, then the import, then the same command again without effect. */
export async function importWorkbook(stage: Stage): Promise<void> {
  const clerk = await stage.at("clerk", PROVINCE);
  const { campaignId } = stage;
  const content = readFileSync(new URL("earlier-findings.xlsx", FIXTURES));
  const fileId = await clerk.upload("以前检查审计问题台账.xlsx", content);
  const first = await clerk.rpc.ledgerSheet.dryRun.query({ campaignId, fileId });
  expect(first.mistakes.filter((one) => one.severity === "error")).toEqual([]);
  expect(first.counts).toEqual({ new: ROWS, same: 0, changed: 0, conflict: 0, mistaken: 0 });
  expect(await runImport(stage, fileId)).toMatchObject({
    status: "done",
    done: ROWS,
    total: ROWS,
    created: ROWS,
    updated: 0,
    skipped: 0,
    failed: 0,
  });
  await expectLedgerAsInFixture(stage);

  const again = await clerk.upload("以前检查审计问题台账（再次上传）.xlsx", content);
  expect((await clerk.rpc.ledgerSheet.dryRun.query({ campaignId, fileId: again })).counts).toMatchObject({
    new: 0,
    same: ROWS,
    changed: 0,
  });
  expect(await runImport(stage, again)).toMatchObject({ status: "done", created: 0, updated: 0, failed: 0 });
  await expectLedgerAsInFixture(stage);
}

async function runImport(stage: Stage, fileId: string) {
  const clerk = await stage.at("clerk", PROVINCE);
  const { importId } = await clerk.rpc.ledgerSheet.startImport.mutate({
    ...command(),
    campaignId: stage.campaignId,
    fileId,
    onConflict: "stop",
  });
  return eventually("the import", {
    ask: () => clerk.rpc.ledgerSheet.progress.query({ importId }),
    until: ({ status }) => status !== "running",
  });
}

/** "问题台账 K28", as the fixture lists them. */
function plantedMistakes(): string[] {
  const [, ...lines] = readFileSync(new URL("errors.csv", FIXTURES), "utf8").trim().split("\n");
  return lines.map((line) => line.split(",").slice(0, 2).join(" "));
}
