import { Paragraph, Tab, TabStopType } from "docx";

import { documentNumber } from "./document-number.ts";
import type { OfficialDocument } from "./official-document-content.ts";
import { CHARACTER, TEXT_WIDTH } from "./page.ts";
import { officialRun } from "./run.ts";
import { FONTS } from "./styles.ts";
import { balancedLines, plainLine, widthOf } from "./plain-text.ts";

const MARK_SIZE = 72;
const MARK_SCALE_MIN = 50;
const TITLE_WIDTH_MAX = 19.5;

/** 版头 with the red rule, then title and addressee. */
export function officialHead(document: OfficialDocument): Paragraph[] {
  return [
    issuingMark(document.issuingBody),
    documentNumberLine(document),
    ...titleParagraphs(document),
    ...addresseeParagraph(document),
  ];
}

/** 发文机关标志: full name and 文件, in red, narrowed to fit on one line. */
function issuingMark(issuingBody: string): Paragraph {
  const text = `${plainLine(issuingBody)}文件`;
  const widthPoints = (TEXT_WIDTH / 20) * 0.98;
  const naturalPoints = (widthOf(text) * MARK_SIZE) / 2;
  const scale = Math.max(MARK_SCALE_MIN, Math.min(100, Math.floor((widthPoints * 100) / naturalPoints)));
  const fitting = Math.floor((widthPoints * 2 * 100) / (widthOf(text) * scale));
  return new Paragraph({
    style: "IssuingMark",
    children: [officialRun({ text, scale, size: Math.min(MARK_SIZE, fitting) })],
  });
}

/** 上行文的发文字号居左空一字编排，与签发人处在同一行 */
function documentNumberLine(document: OfficialDocument): Paragraph {
  const number = documentNumber(document.documentNo);
  if (document.signer === null) {
    return new Paragraph({ style: "DocumentNumber", alignment: "center", children: [officialRun({ text: number })] });
  }
  return new Paragraph({
    style: "DocumentNumber",
    tabStops: [{ type: TabStopType.RIGHT, position: Math.round(TEXT_WIDTH - CHARACTER) }],
    children: [
      officialRun({ text: `　${number}` }),
      officialRun({ children: [new Tab(), "签发人："] }),
      officialRun({ text: plainLine(document.signer), eastAsia: FONTS.subheading }),
    ],
  });
}

function titleParagraphs(document: OfficialDocument): Paragraph[] {
  const lines = balancedLines({ segments: document.titleSegments.map(plainLine), maxWidth: TITLE_WIDTH_MAX });
  const children = lines.map((text, index) => officialRun(index === 0 ? { text } : { text, break: 1 }));
  return [new Paragraph({ style: "OfficialTitle", children })];
}

/** 主送机关回行时仍顶格，最后一个机关名称后标全角冒号 */
function addresseeParagraph(document: OfficialDocument): Paragraph[] {
  if (document.addressee === null) return [];
  const text = `${plainLine(document.addressee).replace(/[:：]+$/, "")}：`;
  return [new Paragraph({ style: "Addressee", children: [officialRun({ text })] })];
}
