import { annotateWorkbook, type CellNote } from "@anji/workbook/annotating";
import { openWorkbook, readWorkbook } from "@anji/workbook/reading";
import { minimalParts, sheetXml, zipped } from "@anji/workbook/testing";
import { describe, expect, it } from "vitest";

const SHEET_NAME = "台账";
const AUTHOR = "安基";

function noteAt(cell: string): CellNote {
  return { sheet: SHEET_NAME, cell, text: `看${cell}` };
}

async function annotated(cells: readonly string[], bytes?: Uint8Array) {
  const sheet = sheetXml({
    rows: [
      ["序号", "金额"],
      ["1", 40],
      ["2", 60],
    ],
    merges: [],
  });
  const before = bytes ?? (await zipped(minimalParts({ sheetName: SHEET_NAME, sheet })));
  const after = await annotateWorkbook(before, { notes: cells.map(noteAt), author: AUTHOR });
  const parts = await openWorkbook(after);
  return { after, textOf: async (path: string) => (await parts.read(path)).toString("utf8") };
}

describe("a workbook given back with notes", () => {
  it("has each note as a comment and a red cell, and the row of a range is red", async () => {
    const { textOf } = await annotated(["B2", "A3:C3"]);
    const comments = await textOf("xl/commentsAnji.xml");
    expect(comments).toContain(`<author>${AUTHOR}</author>`);
    for (const cell of ["B2", "A3"]) expect(comments).toMatch(new RegExp(`<comment ref="${cell}".*?看${cell}`));
    const sheet = await textOf("xl/worksheets/sheet1.xml");
    for (const cell of ["B2", "A3", "B3", "C3"]) expect(sheet).toMatch(new RegExp(`<c r="${cell}"[^>]* s="1"`));
    expect(sheet).not.toMatch(/<c r="(?:A1|B1|A2)"[^>]* s="1"/);
  });

  it("makes the cell or row that a note points to when it is not there", async () => {
    const { textOf } = await annotated(["C1", "AZ3", "D9", "B7"]);
    const sheet = await textOf("xl/worksheets/sheet1.xml");
    expect([...sheet.matchAll(/<row r="(\d+)"/g)].map(([, row]) => row)).toEqual(["1", "2", "3", "7", "9"]);
    for (const cell of ["C1", "AZ3", "B7", "D9"]) expect(sheet).toContain(`<c r="${cell}" s="1"/>`);
  });

  it("keeps its comments when notes are added again, and still opens", async () => {
    const first = await annotated(["B2"]);
    const { after, textOf } = await annotated(["B2", "A2"], first.after);
    expect((await textOf("xl/commentsAnji.xml")).match(/看B2/g)).toHaveLength(2);
    expect((await readWorkbook(after)).map((sheet) => sheet.name)).toEqual([SHEET_NAME]);
  });

  it("is made in no time from a tag that is one long run of blanks", async () => {
    const blanks = " ".repeat(200_000);
    const sheet = sheetXml({ rows: [["1"]], merges: [] }).replace('<c r="A1"', `<c${blanks} r="A1"`);
    const bytes = await zipped(
      minimalParts({ sheetName: SHEET_NAME, sheet: sheet.replaceAll(/>1</g, `>${blanks}1<`) }),
    );
    const startedAt = performance.now();
    await annotated(["A1"], bytes);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
