import { AlignmentType, DocumentGridType, Footer, PageNumber, Paragraph, type ISectionOptions } from "docx";

import { officialRun } from "./run.ts";

/** Twips. A4 with 天头 37 mm, 订口 28 mm and a type area of 156 × 225 mm. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  header: 851,
  // 一字线上距版心下边缘7mm: the middle of a 16-point line is there.
  footer: 1429,
} as const;

/** 每面排22行，每行排28个字，撑满版心 */
export const GRID = { linePitch: 579, charSpace: -849 } as const;

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const LINE = GRID.linePitch;
/** Width of one 三号 character on the grid. */
export const CHARACTER = TEXT_WIDTH / 28;

export const OFFICIAL_SECTION = {
  page: {
    size: { width: PAGE.width, height: PAGE.height },
    margin: {
      top: PAGE.top,
      bottom: PAGE.bottom,
      left: PAGE.left,
      right: PAGE.right,
      header: PAGE.header,
      footer: PAGE.footer,
      gutter: 0,
    },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, ...GRID },
} as const satisfies ISectionOptions["properties"];

/** 页码：单页码居右空一字，双页码居左空一字 */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  return { default: pageNumberFooter(AlignmentType.RIGHT), even: pageNumberFooter(AlignmentType.LEFT) };
}

function pageNumberFooter(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const oneCharacter = 280;
  return new Footer({
    children: [
      new Paragraph({
        style: "PageNumber",
        alignment,
        indent: { left: oneCharacter, right: oneCharacter },
        children: [officialRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
