const NUMBER_FORMATS = { general: 0, text: 49, count: 3, wan: 4, exactWan: 164 } as const;
const FONTS = { plain: 0, bold: 1, title: 2, note: 3 } as const;
const BORDERS = { none: 0, thin: 1 } as const;
const FILLS = { none: 0, head: 2, total: 3 } as const;

type Style = {
  readonly format: keyof typeof NUMBER_FORMATS;
  readonly font: keyof typeof FONTS;
  readonly border: keyof typeof BORDERS;
  readonly fill: keyof typeof FILLS;
  readonly align: "left" | "center" | "right";
  /** Marks text that a person must be able to edit without its turning into a formula. */
  readonly isQuoted: boolean;
};

const PLAIN = { format: "text", font: "plain", border: "thin", fill: "none", align: "left", isQuoted: false } as const satisfies Style;
const TOTAL = { ...PLAIN, font: "bold", fill: "total" } as const satisfies Style;

const STYLES = {
  blank: { ...PLAIN, format: "general", border: "none" },
  title: { ...PLAIN, font: "title", border: "none", align: "center" },
  section: { ...PLAIN, font: "bold", border: "none" },
  note: { ...PLAIN, font: "note", border: "none" },
  head: { ...PLAIN, font: "bold", fill: "head", align: "center" },
  text: PLAIN,
  quotedText: { ...PLAIN, isQuoted: true },
  count: { ...PLAIN, format: "count", align: "right" },
  wan: { ...PLAIN, format: "wan", align: "right" },
  exactWan: { ...PLAIN, format: "exactWan", align: "right" },
  totalText: TOTAL,
  totalCount: { ...TOTAL, format: "count", align: "right" },
  totalWan: { ...TOTAL, format: "wan", align: "right" },
  totalExactWan: { ...TOTAL, format: "exactWan", align: "right" },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

const STYLE_INDEXES = new Map(Object.keys(STYLES).map((name, index) => [name, index]));

export function styleIndex(name: StyleName): number {
  return STYLE_INDEXES.get(name) ?? 0;
}

export function stylesPart(): string {
  const formats = Object.values(STYLES).map(cellFormat).join("");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1"><numFmt numFmtId="${NUMBER_FORMATS.exactWan}" formatCode="#,##0.00####"/></numFmts>`,
    `<fonts count="4">${font("宋体", 11)}${font("黑体", 11)}${font("黑体", 16)}${font("楷体", 10)}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFE7EAEE")}${fill("FFF3F4F6")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${Object.keys(STYLES).length}">${formats}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

function cellFormat(style: Style): string {
  const quote = style.isQuoted ? ' quotePrefix="1"' : "";
  const wrap = style.align === "right" ? "" : ' wrapText="1"';
  return `<xf numFmtId="${NUMBER_FORMATS[style.format]}" fontId="${FONTS[style.font]}" fillId="${FILLS[style.fill]}" borderId="${BORDERS[style.border]}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote}><alignment horizontal="${style.align}" vertical="center"${wrap}/></xf>`;
}

function font(name: string, points: number): string {
  return `<font><sz val="${points}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
}

function fill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function side(name: string): string {
  return `<${name} style="thin"><color auto="1"/></${name}>`;
}
