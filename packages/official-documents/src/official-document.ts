import { assertNever } from "@anji/kernel";
import { coreProperties, fixedArchive } from "@anji/workbook/writing";
import { Document, Packer, Paragraph, type Table } from "docx";

import { numberedBlocks, type Block } from "./blocks.ts";
import type { Attachment, OfficialDocument } from "./official-document-content.ts";
import { officialHead } from "./head.ts";
import { OFFICIAL_SECTION, pageNumberFooters } from "./page.ts";
import { officialRun } from "./run.ts";
import { officialStyles } from "./styles.ts";
import { officialTable } from "./table.ts";
import { attachmentList, imprint, signatureBlock } from "./tail.ts";
import { plainLine } from "./plain-text.ts";

/** An official document as .docx by GB/T 9704; the same content always gives the same bytes. */
export async function officialDocumentDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    // A forced line end must not stretch the line before it.
    compatibility: {
      version: 15,
      doNotExpandShiftReturn: true,
      spaceForUnderline: true,
      balanceSingleByteDoubleByteWidth: true,
      useFELayout: true,
    },
    sections: [
      {
        properties: OFFICIAL_SECTION,
        footers: pageNumberFooters(),
        children: [
          ...officialHead(document),
          ...rendered(document.blocks),
          ...attachmentList(document.attachments.map((attachment) => attachment.title)),
          ...signatureBlock(document),
          ...document.attachments.flatMap((attachment, index) =>
            attachmentPages({ attachment, index, count: document.attachments.length }),
          ),
          ...imprint(document),
        ],
      },
    ],
  });
  const archive = await Packer.toArrayBuffer(file, undefined, [
    { path: "word/styles.xml", data: officialStyles() },
    {
      path: "docProps/core.xml",
      data: coreProperties({
        title: plainLine(document.titleSegments.join("")),
        creator: plainLine(document.issuingBody),
        frozenAt: document.frozenAt,
      }),
    },
  ]);
  return fixedArchive(new Uint8Array(archive));
}

function rendered(blocks: readonly Block[]): (Paragraph | Table)[] {
  return numberedBlocks(blocks).flatMap((block) => {
    switch (block.kind) {
      case "heading":
        return [
          new Paragraph({
            style: `OfficialHeading${block.level}`,
            children: [officialRun({ text: plainLine(block.text) })],
          }),
        ];
      case "paragraph":
        return [new Paragraph({ style: "OfficialBody", children: [officialRun({ text: plainLine(block.text) })] })];
      case "table":
        return officialTable(block.table);
      default:
        return assertNever(block);
    }
  });
}

/** 附件应当另面编排；“附件”二字及附件顺序号用3号黑体字顶格，附件标题居中编排在版心第三行 */
function attachmentPages(options: { attachment: Attachment; index: number; count: number }): (Paragraph | Table)[] {
  const { attachment, index, count } = options;
  if (attachment.blocks.length === 0) return [];
  return [
    new Paragraph({
      style: "AttachmentMark",
      children: [officialRun({ text: count === 1 ? "附件" : `附件${index + 1}` })],
    }),
    new Paragraph({ style: "AttachmentTitle", children: [officialRun({ text: plainLine(attachment.title) })] }),
    ...rendered(attachment.blocks),
  ];
}
