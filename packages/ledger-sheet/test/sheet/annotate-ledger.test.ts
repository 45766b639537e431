import { openWorkbook } from "@anji/workbook/reading";
import { describe, expect, it } from "vitest";

import { annotateLedger } from "../../src/sheet/annotate-ledger.ts";
import { readLedger } from "../../src/sheet/read-ledger.ts";
import { mistakeMessage } from "../../src/sheet/sheet-rules.ts";
import { checkOptions, fixture } from "./hebei-catalogue.ts";
import { madeLedger, madeLine } from "./made-workbook.ts";

const options = checkOptions();

async function annotated(bytes: Uint8Array) {
  const before = await readLedger(bytes, options);
  const after = await annotateLedger(bytes, { mistakes: before.mistakes, locale: "zh-CN" });
  const parts = await openWorkbook(after);
  return { before, after, parts, textOf: async (path: string) => (await parts.read(path)).toString("utf8") };
}

describe("the workbook given back with its mistakes marked", () => {
  it("has each message as a comment at its cell, beside the comments it had", async () => {
    const { before, textOf } = await annotated(fixture("earlier-findings-bad.xlsx"));
    const comments = await textOf("xl/comments/comment1.xml");
    expect(comments).toContain('ref="P7"');
    expect(comments).toContain("全角数字，系原表照录。");
    for (const mistake of before.mistakes) {
      const comment = new RegExp(`<comment ref="${mistake.cell.split(":")[0]}"[^>]*>.*?</comment>`).exec(comments)?.[0];
      expect(comment).toContain(mistakeMessage(mistake, "zh-CN"));
    }
    expect(await textOf("xl/drawings/commentsDrawing1.vml")).toContain("<x:Row>49</x:Row><x:Column>15</x:Column>");
  });

  it("has red cells that keep their format, and the whole of a repeated row is red", async () => {
    const { textOf } = await annotated(fixture("earlier-findings-bad.xlsx"));
    const sheet = await textOf("xl/worksheets/sheet1.xml");
    const styles = await textOf("xl/styles.xml");
    const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*/g)].map(
      ([format]) => format,
    );
    const red = formats.findIndex(
      (format) =>
        format.includes('applyFill="1"') && /fillId="(\d+)"/.exec(format)?.[1] === String(fillCount(styles) - 1),
    );
    expect(red).toBeGreaterThan(0);
    expect(formats).toHaveLength(Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1]));
    const styleOf = (cell: string) => Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
    for (const cell of ["A2", "P50", "O44", "A43", "B43", "AF43"]) expect(styleOf(cell)).toBeGreaterThanOrEqual(red);
    for (const cell of ["A3", "P51", "A44"]) expect(styleOf(cell)).toBeLessThan(red);
  });

  it("reads as before: the same rows, the same mistakes, every other part untouched", async () => {
    const original = fixture("earlier-findings-bad.xlsx");
    const { before, after, parts } = await annotated(original);
    expect(await readLedger(after, options)).toEqual(before);
    const first = await openWorkbook(original);
    expect(parts.names.toSorted()).toEqual(first.names.toSorted());
    for (const path of [
      "xl/workbook.xml",
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/sheet4.xml",
      "xl/theme/theme1.xml",
    ]) {
      expect(await parts.read(path)).toEqual(await first.read(path));
    }
  });

  it("gets comments, boxes and styles where the workbook had none", async () => {
    const bytes = await madeLedger({
      lines: [madeLine({ kind: "x", found: "y" }), madeLine({ no: 2, externalNo: "b" })],
      merges: [],
    });
    const { before, after, textOf } = await annotated(bytes);
    expect(await textOf("xl/commentsAnji.xml")).toContain('<comment ref="J3" authorId="0">');
    expect(await textOf("xl/worksheets/sheet1.xml")).toMatch(
      /<\/sheetData><legacyDrawing xmlns:r="[^"]+" r:id="rIdAnjiShapes"\/><\/worksheet>/,
    );
    expect(await textOf("[Content_Types].xml")).toContain('PartName="/xl/commentsAnji.xml"');
    expect(await readLedger(after, options)).toEqual(before);
  });

  it("can be annotated again", async () => {
    const { after } = await annotated(fixture("earlier-findings-bad.xlsx"));
    const again = await annotated(after);
    expect(await readLedger(again.after, options)).toEqual(again.before);
  });
});

function fillCount(styles: string): number {
  return Number(/<fills count="(\d+)"/.exec(styles)?.[1]);
}
