/** Numbers of the cell styles in `stylesXml`, in its order. */
export const STYLES = {
  plain: 0,
  title: 1,
  heading: 2,
  header: 3,
  text: 4,
  integer: 5,
  amount: 6,
  day: 7,
  totalText: 8,
  totalAmount: 9,
  guide: 10,
  blankText: 11,
  blankAmount: 12,
} as const;

const BORDERED = 'borderId="1" applyBorder="1"';
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const TEXT = 'numFmtId="49" applyNumberFormat="1"';
const AMOUNT = 'numFmtId="164" applyNumberFormat="1"';
const DAY = 'numFmtId="165" applyNumberFormat="1"';
const BOLD = 'fontId="1" applyFont="1"';
const TOTAL_FILL = 'fillId="3" applyFill="1"';

const CELL_FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${CENTRED}</xf>`,
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="0" ${BOLD} fillId="2" applyFill="1" ${BORDERED} xfId="0" applyAlignment="1">${CENTRED}</xf>`,
  `<xf ${TEXT} fontId="0" fillId="0" ${BORDERED} xfId="0"/>`,
  `<xf numFmtId="1" applyNumberFormat="1" fontId="0" fillId="0" ${BORDERED} xfId="0"/>`,
  `<xf ${AMOUNT} fontId="0" fillId="0" ${BORDERED} xfId="0"/>`,
  `<xf ${DAY} fontId="0" fillId="0" ${BORDERED} xfId="0"/>`,
  `<xf ${TEXT} ${BOLD} ${TOTAL_FILL} ${BORDERED} xfId="0"/>`,
  `<xf ${AMOUNT} ${BOLD} ${TOTAL_FILL} ${BORDERED} xfId="0"/>`,
  '<xf numFmtId="49" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  `<xf ${TEXT} fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  `<xf ${AMOUNT} fontId="0" fillId="0" borderId="0" xfId="0"/>`,
];

const EDGE = (side: string) => `<${side} style="thin"><color rgb="FF999999"/></${side}>`;
const FILL = (colour: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;

/** Two decimals always, up to six where the fen asks for them. */
export const AMOUNT_FORMAT = "#,##0.00####";

export function stylesXml(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="2"><numFmt numFmtId="164" formatCode="${AMOUNT_FORMAT}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="18"/><name val="黑体"/></font></fonts>',
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${FILL("FFDDEBF7")}${FILL("FFFFF2CC")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(EDGE).join("")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}
