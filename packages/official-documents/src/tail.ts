import {
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  type ITableCellOptions,
} from "docx";

import { arabicDay, signingDay } from "./document-dates.ts";
import type { OfficialDocument } from "./official-document-content.ts";
import { CHARACTER, LINE, TEXT_WIDTH } from "./page.ts";
import { officialRun } from "./run.ts";
import { FONTS, SIZES } from "./styles.ts";
import { plainLine, widthOf } from "./plain-text.ts";

/** 附件说明: the list under the text; numbered when there are several, no punctuation after a name. */
export function attachmentList(titles: readonly string[]): Paragraph[] {
  return titles.map((title, index) => {
    const number = titles.length === 1 ? "" : `${index + 1}. `;
    const mark = index === 0 ? `附件：${number}` : number;
    const numberWidth = titles.length === 1 ? 0 : 1.5;
    const hanging = (index === 0 ? 3 : 0) + numberWidth;
    return new Paragraph({
      style: "AttachmentList",
      ...(index === 0 ? { spacing: { before: LINE } } : {}),
      indent: { left: Math.round((5 + numberWidth) * CHARACTER), hanging: Math.round(hanging * CHARACTER) },
      children: [officialRun({ text: `${mark}${bareTitle(title)}` })],
    });
  });
}

/** 成文日期右空四字; the name above is centred on it as far as the type area allows. */
export function signatureBlock(document: OfficialDocument): Paragraph[] {
  const day = signingDay({ on: document.signedOn, profile: document.profile });
  const name = plainLine(document.issuingBody);
  const right = Math.max(0, 4 + (widthOf(day) - widthOf(name)) / 2);
  const signature = new Paragraph({
    style: "Signature",
    indent: { right: Math.round(right * CHARACTER) },
    children: [officialRun({ text: name })],
  });
  // Before 2012 the seal replaced the name of a single issuing body.
  const isNamed = document.profile === "2012";
  return [
    ...(isNamed ? [signature] : []),
    new Paragraph({
      style: "SigningDay",
      ...(isNamed ? {} : { spacing: { before: LINE * 2 } }),
      children: [officialRun({ text: day })],
    }),
    ...(document.remark === null
      ? []
      : [new Paragraph({ style: "Remark", children: [officialRun({ text: `（${plainLine(document.remark)}）` })] })]),
  ];
}

/** 版记 at the foot of the last page, and under it the small print. */
export function imprint(document: OfficialDocument): (Table | Paragraph)[] {
  const lines = imprintLines(document);
  const rows = lines.map((line, index) =>
    imprintRow(line, {
      top: index === 0 ? THICK_RULE : THIN_RULE,
      bottom: index === lines.length - 1 ? THICK_RULE : THIN_RULE,
    }),
  );
  const witness =
    document.witness === null ? [] : [imprintRow(smallPrint(document.witness), { top: THICK_RULE, bottom: NO_RULE })];
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    margins: { left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 1,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    borders: {
      top: NO_RULE,
      bottom: NO_RULE,
      left: NO_RULE,
      right: NO_RULE,
      insideHorizontal: NO_RULE,
      insideVertical: NO_RULE,
    },
    rows: [...rows, ...witness],
  });
  return [table, new Paragraph({ style: "ImprintAnchor" })];
}

// 首条分隔线和末条分隔线用粗线（0.35mm），中间的分隔线用细线（0.25mm）: eighths of a point.
const THICK_RULE = { style: BorderStyle.SINGLE, size: 8, color: "000000" } as const;
const THIN_RULE = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const SMALL_CHARACTER = 280;

type CellBorders = NonNullable<ITableCellOptions["borders"]>;

function imprintRow(line: Paragraph, borders: CellBorders): TableRow {
  const cell = new TableCell({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, borders, children: [line] });
  return new TableRow({ cantSplit: true, children: [cell] });
}

function imprintLines(document: OfficialDocument): Paragraph[] {
  const { profile, subjectWords, copiesTo } = document;
  return [
    ...(profile === "1999" && subjectWords.length > 0 ? [subjectWordsLine(subjectWords)] : []),
    ...(copiesTo === null ? [] : [copiesLine(copiesTo)]),
    printedLine(document),
  ];
}

/** 主题词：词目之间空一字 */
function subjectWordsLine(words: readonly string[]): Paragraph {
  return new Paragraph({
    style: "Imprint",
    children: [
      officialRun({ text: "主题词：", eastAsia: FONTS.heading, size: SIZES.body }),
      officialRun({ text: words.map(plainLine).join("　"), eastAsia: FONTS.title, size: SIZES.body }),
    ],
  });
}

/** 抄送机关：回行时与冒号后的首字对齐，最后一个抄送机关名称后标句号 */
function copiesLine(copiesTo: string): Paragraph {
  const hanging = 3 * SMALL_CHARACTER;
  return new Paragraph({
    style: "Imprint",
    indent: { left: SMALL_CHARACTER + hanging, hanging, right: SMALL_CHARACTER },
    children: [officialRun({ text: `抄送：${plainLine(copiesTo).replace(/[。．.]+$/, "")}。` })],
  });
}

/** 印发机关左空一字，印发日期右空一字 */
function printedLine(document: OfficialDocument): Paragraph {
  return new Paragraph({
    style: "Imprint",
    indent: { left: SMALL_CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - SMALL_CHARACTER }],
    children: [
      officialRun({ text: plainLine(document.issuingBody) }),
      officialRun({ children: [new Tab(), `${arabicDay(document.signedOn)}印发`] }),
    ],
  });
}

function smallPrint(text: string): Paragraph {
  return new Paragraph({
    style: "Witness",
    indent: { left: SMALL_CHARACTER },
    children: [officialRun({ text: plainLine(text) })],
  });
}

function bareTitle(title: string): string {
  return plainLine(title).replace(/[。；;，,、.．]+$/, "");
}
