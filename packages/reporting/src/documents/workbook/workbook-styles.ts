import { styleSheet, type CellFont, type CellStyle } from "@anji/workbook/writing";

const PLAIN_FONT: CellFont = { name: "宋体", points: 11, isBold: false };
const HEAD_FONT: CellFont = { name: "黑体", points: 11, isBold: false };
const TITLE_FONT: CellFont = { name: "黑体", points: 16, isBold: false };
const NOTE_FONT: CellFont = { name: "楷体", points: 10, isBold: false };

const TEXT = "@";
const COUNT = "#,##0";
const WAN = "#,##0.00";
const EXACT_WAN = "#,##0.00####";

const PLAIN: CellStyle = { format: TEXT, font: PLAIN_FONT, fill: null, isFramed: true, align: "left", isQuoted: false };
const TOTAL: CellStyle = { ...PLAIN, font: HEAD_FONT, fill: "FFF3F4F6" };

const STYLES = {
  blank: { ...PLAIN, format: "General", isFramed: false },
  title: { ...PLAIN, font: TITLE_FONT, isFramed: false, align: "center" },
  section: { ...PLAIN, font: HEAD_FONT, isFramed: false },
  note: { ...PLAIN, font: NOTE_FONT, isFramed: false },
  head: { ...PLAIN, font: HEAD_FONT, fill: "FFE7EAEE", align: "center" },
  text: PLAIN,
  quotedText: { ...PLAIN, isQuoted: true },
  count: { ...PLAIN, format: COUNT, align: "right" },
  wan: { ...PLAIN, format: WAN, align: "right" },
  exactWan: { ...PLAIN, format: EXACT_WAN, align: "right" },
  totalText: TOTAL,
  totalCount: { ...TOTAL, format: COUNT, align: "right" },
  totalWan: { ...TOTAL, format: WAN, align: "right" },
  totalExactWan: { ...TOTAL, format: EXACT_WAN, align: "right" },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

export const REPORT_STYLES = styleSheet<StyleName>({ styles: STYLES, frameColour: null });
