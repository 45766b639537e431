import { readFileSync } from "node:fs";
import { RefusalError } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { type CellRange, workbookRules } from "@anji/workbook";
import { readWorkbook } from "@anji/workbook/reading";
import { contentTypes, type MadeCell, minimalParts, sheetXml, zipped } from "@anji/workbook/testing";
import { describe, expect, it } from "vitest";

const SHEET = "xl/worksheets/sheet1.xml";
const EMPTY_SHEET = sheetXml({ rows: [["一个标题"]], merges: [] });
const SOME_ROWS: readonly (readonly MadeCell[])[] = [
  ["序号", "险种", "金额"],
  [1, "失业保险基金", 2.683472],
];

/** The content of a workbook: each sheet with its rows and merged cells. */
async function contentOf(bytes: Uint8Array) {
  const content: unknown[] = [];
  for (const sheet of await readWorkbook(bytes)) {
    const merges: CellRange[] = [];
    const rows: unknown[] = [];
    for await (const row of sheet.rows(merges)) rows.push({ ...row, cells: [...row.cells] });
    content.push({ name: sheet.name, isVisible: sheet.isVisible, rows, merges });
  }
  return content;
}

/** The rule a workbook is refused by; anything but a refusal with a message is a defect. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await contentOf(bytes);
    return "accepted";
  } catch (error) {
    if (!(error instanceof RefusalError) || !Object.hasOwn(workbookRules, error.refusal.rule)) throw error;
    return error.refusal.rule;
  }
}

function partsOf(sheet: string): Map<string, string | Uint8Array> {
  return minimalParts({ sheetName: "台账", sheet });
}

async function someWorkbook(): Promise<Buffer> {
  return zipped(partsOf(sheetXml({ rows: SOME_ROWS, merges: [] })));
}

async function changed(change: (parts: Map<string, string | Uint8Array>) => void): Promise<Buffer> {
  const parts = partsOf(EMPTY_SHEET);
  change(parts);
  return zipped(parts);
}

describe("a file that is no workbook", () => {
  it.each([
    ["an empty file", Buffer.alloc(0), "workbook.empty"],
    ["text named .xlsx", Buffer.from("序号,险种\n1,失业"), "workbook.notWorkbook"],
    ["a PDF", Buffer.from("%PDF-1.7 ..."), "workbook.notWorkbook"],
    ["an old .xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "workbook.oldFormat"],
    [
      "an encrypted workbook",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "workbook.encrypted",
    ],
    ["the letters PK", Buffer.from("PK\u0003\u0004 and nothing more"), "workbook.damaged"],
  ])("is refused: %s", async (_, bytes, rule) => {
    await expectRefused(contentOf(bytes), rule);
  });

  it("is refused by its content: an archive without content types, and a document", async () => {
    await expectRefused(
      contentOf(await changed((parts) => parts.delete("[Content_Types].xml"))),
      "workbook.notWorkbook",
    );
    const document = contentTypes("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    await expectRefused(
      contentOf(await changed((parts) => parts.set("[Content_Types].xml", document))),
      "workbook.notWorkbook",
    );
  });
});

describe("a workbook that would do harm", () => {
  it("is refused with macros, whether declared or hidden in a part", async () => {
    const macroType = contentTypes("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    await expectRefused(
      contentOf(await changed((parts) => parts.set("[Content_Types].xml", macroType))),
      "workbook.macros",
    );
    await expectRefused(contentOf(await changed((parts) => parts.set("xl/vbaProject.bin", "x"))), "workbook.macros");
    await expectRefused(
      contentOf(await changed((parts) => parts.set("xl/macrosheets/sheet1.xml", "<x/>"))),
      "workbook.macros",
    );
  });

  it("is refused with a document type, so that no entity is ever expanded", async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    for (const part of [SHEET, "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"]) {
      const bytes = await changed((parts) => parts.set(part, `${laughs}${String(parts.get(part))}`));
      await expectRefused(contentOf(bytes), "workbook.documentType");
    }
  });

  it("is refused above 20 MB, 200 parts, 100 MB unpacked and a hundredfold", async () => {
    await expectRefused(contentOf(Buffer.alloc(20 * 1024 * 1024 + 1, "PK")), "workbook.tooLarge");
    const manyParts = await changed((parts) => {
      for (let at = 0; at < 200; at += 1) parts.set(`xl/media/${at}.txt`, "x");
    });
    await expectRefused(contentOf(manyParts), "workbook.tooManyParts");
    const large = await changed((parts) => parts.set("xl/media/a.txt", Buffer.alloc(101 * 1024 * 1024)));
    await expectRefused(contentOf(large), "workbook.inflatesTooLarge");
    const bomb = await changed((parts) => parts.set("xl/media/a.txt", Buffer.alloc(5 * 1024 * 1024)));
    await expectRefused(contentOf(bomb), "workbook.inflatesTooMuch");
  });

  it("is refused when a part inflates to another size than the archive says", async () => {
    const ledger = await someWorkbook();
    for (const lie of [-1, 1]) {
      const bytes = Buffer.from(ledger);
      const record = centralRecord(bytes, SHEET);
      bytes.writeUInt32LE(bytes.readUInt32LE(record + 24) + lie, record + 24);
      await expectRefused(contentOf(bytes), "workbook.damaged");
    }
  });

  it("is refused when a part's content does not match its checksum", async () => {
    const bytes = await someWorkbook();
    const record = centralRecord(bytes, SHEET);
    bytes.writeUInt32LE((bytes.readUInt32LE(record + 16) ^ 1) >>> 0, record + 16);
    await expectRefused(contentOf(bytes), "workbook.damaged");
  });

  it("is refused when a part is encrypted, named twice, or named out of the archive", async () => {
    const encrypted = await changed(() => {});
    const record = centralRecord(encrypted, SHEET);
    encrypted.writeUInt16LE(encrypted.readUInt16LE(record + 8) | 1, record + 8);
    await expectRefused(contentOf(encrypted), "workbook.encrypted");
    await expectRefused(
      contentOf(await changed((parts) => parts.set("XL/Worksheets/Sheet1.xml", EMPTY_SHEET))),
      "workbook.damaged",
    );
    const outside = await changed((parts) => parts.set("xl/aaaaa", "x"));
    const name = outside.lastIndexOf("xl/aaaaa");
    outside.write("../../aa", name, "latin1");
    await expectRefused(contentOf(outside), "workbook.damaged");
  });

  it.each([
    ["a row out of order", '<row r="9"/><row r="3"/>'],
    ["a row beyond the sheet", '<row r="1048577"/>'],
    ["a cell beyond the sheet", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ["a text that is not there", '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ["XML that ends early", '<row r="1"><c r="A1">'],
  ])("is refused with %s", async (_, rows) => {
    const xml = EMPTY_SHEET.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`);
    const sheet = rows.endsWith('A1">') ? xml.slice(0, xml.indexOf("</sheetData>")) : xml;
    await expectRefused(contentOf(await changed((parts) => parts.set(SHEET, sheet))), "workbook.damaged");
  });

  it("is refused with text that is not UTF-8, and read in UTF-16", async () => {
    const invalid = Buffer.concat([Buffer.from(EMPTY_SHEET.slice(0, 200)), Buffer.from([0xff, 0xfe, 0x00])]);
    await expectRefused(contentOf(await changed((parts) => parts.set(SHEET, invalid))), "workbook.damaged");
    const wide = Buffer.from(`\ufeff${EMPTY_SHEET}`, "utf16le");
    expect(await outcomeOf(await changed((parts) => parts.set(SHEET, wide)))).toBe("accepted");
  });
});

describe("a damaged copy of a sound workbook", () => {
  const sound = readFileSync(new URL("../../../docs/samples/earlier-findings.xlsx", import.meta.url));

  it("is refused wherever it was cut off", async () => {
    const answers = new Set<string>();
    for (let length = 1; length < sound.byteLength; length += 997)
      answers.add(await outcomeOf(sound.subarray(0, length)));
    expect(answers).not.toContain("accepted");
  });

  it("is refused or read the same when a bit flips, and never read differently", async () => {
    const expected = JSON.stringify(await contentOf(sound));
    const readings = new Set<string>();
    for (let flip = 0; flip < 120; flip += 1) {
      const bytes = Buffer.from(sound);
      const at = Math.floor((flip * bytes.byteLength) / 120) + (flip % 7);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (flip % 8)), at);
      if ((await outcomeOf(bytes)) === "accepted") readings.add(JSON.stringify(await contentOf(bytes)));
    }
    expect([...readings]).toEqual([expected]);
  });
});

/** The start of a part's record in the central directory. */
function centralRecord(bytes: Buffer, name: string): number {
  return bytes.lastIndexOf(name) - 46;
}
