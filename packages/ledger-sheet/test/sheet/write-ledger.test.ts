import { fen, knownDay } from "@anji/kernel";
import { openWorkbook } from "@anji/workbook/reading";
import { bytesOf } from "@anji/workbook/writing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { LedgerFacts } from "../../src/sheet/ledger-reading.ts";
import { readLedger } from "../../src/sheet/read-ledger.ts";
import { writeLedger, writeLedgerTemplate } from "../../src/sheet/write-ledger.ts";
import { checkOptions, fixture, hebeiCatalogue } from "./hebei-catalogue.ts";
import { aLedgerRow } from "@anji/ledger-sheet/testing";
import { factsOf, occurrence, rowsOf, someFacts } from "./ledger-facts.ts";

const catalogue = hebeiCatalogue();
const workbook = {
  catalogue,
  title: "社会保险基金专项治理问题整改台账",
  reportingUnit: "河北省",
  closingOn: knownDay("2008-09-30"),
};

async function exported(rows: Iterable<LedgerFacts>): Promise<Uint8Array> {
  return bytesOf(writeLedger(workbook, rowsOf(rows)));
}

async function reimported(rows: Iterable<LedgerFacts>) {
  return readLedger(await exported(rows), checkOptions());
}

describe("an exported ledger", () => {
  it("imports again unchanged, down to the fen and the month", async () => {
    const original = (await readLedger(fixture("earlier-findings.xlsx"), checkOptions())).rows.map(factsOf);
    const again = await reimported(original);
    expect(again.mistakes).toEqual([]);
    expect(again.rows.map(factsOf)).toEqual(original);
  });

  it("keeps any text, amount and date a finding can have", async () => {
    const someLedger = fc.array(someFacts(catalogue), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(someLedger, async (made) => {
        const rows = made.map((row, at) => ({ ...row, externalNo: `N-${at}` }));
        const again = await reimported(rows);
        expect(again.mistakes).toEqual([]);
        expect(again.rows.map(factsOf)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1"])(
    "types the text %j as text, never as a formula",
    async (summary) => {
      const sheet = await sheetXml(await exported([aLedgerRow({ summary })]));
      expect(sheet).not.toMatch(/<c r="M5"[^>]*><f>/);
      expect(sheet).toMatch(/<c r="M5" s="\d+" t="inlineStr">/);
      expect((await reimported([aLedgerRow({ summary })])).rows[0]?.summary).toBe(summary.trim());
    },
  );

  it.each([
    [2_683_472n, "2.683472"],
    [140_000_000_000n, "140000"],
    [1n, "0.000001"],
    [0n, "0"],
  ])("writes %d fen as the number %s of 万元", async (amount, written) => {
    const sheet = await sheetXml(await exported([aLedgerRow({ foundFen: fen(amount), outstandingFen: fen(amount) })]));
    expect(sheet).toMatch(new RegExp(`<c r="P5" s="\\d+"><v>${written}</v></c>`));
  });

  it("writes an amount with more digits than a number cell holds as text, and loses none", async () => {
    const foundFen = fen(8_999_999_999_999_999n);
    const again = await reimported([aLedgerRow({ foundFen, outstandingFen: foundFen })]);
    expect(again.rows[0]?.foundFen).toBe(foundFen);
  });

  it("keeps a month a month and a year a year", async () => {
    const rows = [
      aLedgerRow({ no: 1, occurrence: occurrence("1996-12") }),
      aLedgerRow({ no: 2, occurrence: occurrence("1996") }),
    ];
    const again = await reimported(rows);
    expect(again.rows.map((row) => row.occurrence)).toEqual([
      { text: "1996-12", precision: "month" },
      { text: "1996", precision: "year" },
    ]);
  });

  it("ends with a total row whose formulas carry their results and which is no finding", async () => {
    const amounts = { foundFen: fen(1_500_000n), outstandingFen: fen(1_500_000n) };
    const bytes = await exported([
      aLedgerRow({ no: 1, ...amounts }),
      aLedgerRow({ no: 2, unitCode: "130104", ...amounts }),
    ]);
    expect(await sheetXml(bytes)).toMatch(/<c r="P7" s="\d+"><f>SUM\(P5:P6\)<\/f><v>3<\/v><\/c>/);
    expect((await readLedger(bytes, checkOptions())).rows).toHaveLength(2);
  });

  it("gives equal bytes for equal rows", async () => {
    expect(await exported([aLedgerRow({})])).toEqual(await exported([aLedgerRow({})]));
  });

  it("passes an error of its source on, and ends the source when the reader leaves", async () => {
    await expect(bytesOf(writeLedger(workbook, broken()))).rejects.toThrow("source broke");
    let isEnded = false;
    async function* endless() {
      try {
        for (let no = 1; ; no += 1) yield aLedgerRow({ no, externalNo: `N-${no}` });
      } finally {
        isEnded = true;
      }
    }
    const stream = writeLedger(workbook, endless());
    let received = 0;
    for await (const chunk of stream) {
      received += chunk.byteLength;
      if (received > 100_000) break;
    }
    await expect.poll(() => isEnded).toBe(true);
  });
});

describe("the template", () => {
  it("has the current version and no row that is read as a finding", async () => {
    const reading = await readLedger(await bytesOf(writeLedgerTemplate(workbook)), checkOptions());
    expect(reading.templateVersion).toBe(catalogue.templateVersion);
    expect(reading.rows).toEqual([]);
    expect(reading.mistakes.map((mistake) => mistake.rule)).toEqual(["ledgerSheet.noRows"]);
  });

  it("offers the funds, kinds and unit codes as lists and keeps the headers in view", async () => {
    const sheet = await sheetXml(await bytesOf(writeLedgerTemplate(workbook)));
    expect(sheet).toContain('sqref="H5:H5005"><formula1>字典!$A$2:$A$8</formula1>');
    expect(sheet).toContain('sqref="J5:J5005"><formula1>字典!$C$2:$C$30</formula1>');
    expect(sheet).toContain('sqref="G5:G5005"><formula1>字典!$E$2:$E$185</formula1>');
    expect(sheet).toContain('<pane xSplit="2" ySplit="4" topLeftCell="C5"');
  });
});

async function* broken() {
  yield aLedgerRow({});
  throw new Error("source broke");
}

async function sheetXml(bytes: Uint8Array): Promise<string> {
  return (await (await openWorkbook(bytes)).read("xl/worksheets/sheet1.xml")).toString("utf8");
}
