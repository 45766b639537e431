import { readFile } from "node:fs/promises";
import { regionPath } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { readInProcess } from "../src/import/sheet-task.ts";
import { checkOptions } from "./sheet/hebei-catalogue.ts";
import { checked, uploaded } from "./sheets.ts";
import { ledgerWorld, type TestWorld } from "./world.ts";

const { catalogue, today } = checkOptions();
const area = regionPath("13");

function earlierFindings(): Promise<Uint8Array> {
  return readFile(new URL("fixtures/earlier-findings.xlsx", import.meta.url));
}

describe("a workbook read in a process of its own", () => {
  it("gives what was read, mistakes and all", async () => {
    const reading = await readInProcess({ bytes: await earlierFindings(), catalogue, today, area });
    expect([reading.rows.length, reading.rows[0]?.foundFen]).toEqual([60, expect.any(BigInt)]);
  });

  it("is refused with its reason, as a file that is none is", async () => {
    const bytes = new TextEncoder().encode("no workbook");
    await expect(readInProcess({ bytes, catalogue, today, area })).rejects.toThrow("workbook.");
  });

  it("is refused when it needs more memory than a process has, and the next one is read", async () => {
    const bytes = await earlierFindings();
    await expectRefused(readInProcess({ bytes, catalogue, today, area }, 4), "ledgerSheet.tooHeavy");
    expect((await readInProcess({ bytes, catalogue, today, area })).rows).toHaveLength(60);
  });
});

describe("reading for one person", () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await ledgerWorld();
  });

  it("is one file at a time, also when many are asked for at once; others are not kept waiting by a refusal", async () => {
    const { provinceClerk, cityClerk } = world.people;
    const fileId = await uploaded(world, provinceClerk, "earlier-findings.xlsx");
    const asked = Array.from({ length: 12 }, () => checked(world, provinceClerk, fileId));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [Promise.reject(one.reason)] : []));
    for (const attempt of refused) await expectRefused(attempt, "ledgerSheet.readingAlready");
    expect((await checked(world, provinceClerk, fileId)).counts.new).toBe(60);
    const other = await uploaded(world, cityClerk, "earlier-findings.xlsx");
    expect((await checked(world, cityClerk, other)).counts.mistaken).toBeGreaterThan(0);
  });
});
