import { type CellFont, type CellStyle, styleSheet } from "@anji/workbook/writing";

const PLAIN_FONT: CellFont = { name: "宋体", points: 11, isBold: false };
const BOLD_FONT: CellFont = { name: "宋体", points: 11, isBold: true };
const TITLE_FONT: CellFont = { name: "黑体", points: 18, isBold: true };

/** At least two decimals, up to six where the fen needs them. */
const AMOUNT = "#,##0.00####";
const DAY = "yyyy\\-mm\\-dd";

const PLAIN: CellStyle = {
  format: "General",
  font: PLAIN_FONT,
  fill: null,
  isFramed: false,
  align: null,
  isQuoted: false,
};
const FRAMED: CellStyle = { ...PLAIN, isFramed: true };
const TOTAL: CellStyle = { ...FRAMED, font: BOLD_FONT, fill: "FFFFF2CC" };

export const LEDGER_STYLES = styleSheet({
  styles: {
    plain: PLAIN,
    title: { ...PLAIN, font: TITLE_FONT, align: "center" },
    header: { ...FRAMED, font: BOLD_FONT, fill: "FFDDEBF7", align: "center" },
    text: { ...FRAMED, format: "@" },
    integer: { ...FRAMED, format: "0" },
    amount: { ...FRAMED, format: AMOUNT },
    day: { ...FRAMED, format: DAY },
    totalText: { ...TOTAL, format: "@" },
    totalAmount: { ...TOTAL, format: AMOUNT },
    blankText: { ...PLAIN, format: "@" },
    blankAmount: { ...PLAIN, format: AMOUNT },
  },
  frameColour: "FF999999",
});

/** The numbers of the styles in cells. */
export const STYLES = LEDGER_STYLES.numbers;
