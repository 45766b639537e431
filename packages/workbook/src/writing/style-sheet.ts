import { encodeAttribute } from "../cell-text.ts";
import { MAIN_NAMESPACE, XML_DECLARATION } from "../xml-names.ts";

export type CellFont = { readonly name: string; readonly points: number; readonly isBold: boolean };

export type CellStyle = {
  /** The number format as a spreadsheet writes it: "#,##0.00"; "@" is text. */
  readonly format: string;
  readonly font: CellFont;
  /** The colour behind the cell, as "FFE7EAEE"; null leaves it blank. */
  readonly fill: string | null;
  readonly isFramed: boolean;
  /** Text wraps; right-aligned content does not. Null leaves both to the program. */
  readonly align: "left" | "center" | "right" | null;
  /** Marks text that must not become a formula when a person edits it. */
  readonly isQuoted: boolean;
};

export type StyleSheet<Name extends string> = {
  readonly numbers: Readonly<Record<Name, number>>;
  readonly xml: string;
};

const BUILT_IN_FORMATS: Readonly<Record<string, number>> = { General: 0, "0": 1, "#,##0": 3, "#,##0.00": 4, "@": 49 };
const FIRST_OWN_FORMAT = 164;
// Programs expect these two fills first, also when no cell has them.
const FIRST_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];

/** The styles of a workbook and the number each has in its cells. The first is that of a cell without a style. */
export function styleSheet<Name extends string>(options: {
  styles: Readonly<Record<Name, CellStyle>>;
  frameColour: string | null;
}): StyleSheet<Name> {
  const styles = Object.values<CellStyle>(options.styles);
  const parts: StyleParts = {
    formats: [...new Set(styles.map((style) => style.format))].filter(
      (format) => BUILT_IN_FORMATS[format] === undefined,
    ),
    fonts: [...new Set(styles.map((style) => style.font))],
    fills: [...new Set(styles.flatMap((style) => style.fill ?? []))],
  };
  const formats = parts.formats.map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${encodeAttribute(code)}"/>`,
  );
  const xml = [
    `${XML_DECLARATION}<styleSheet xmlns="${MAIN_NAMESPACE}">`,
    formats.length === 0 ? "" : list("numFmts", formats),
    list("fonts", parts.fonts.map(fontXml)),
    list("fills", [...FIRST_FILLS, ...parts.fills.map(fillXml)]),
    list("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>", frameXml(options.frameColour)]),
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list(
      "cellXfs",
      styles.map((style) => styleXml(style, parts)),
    ),
    list("cellStyles", ['<cellStyle name="常规" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
  return { numbers: numbered(options.styles), xml };
}

type StyleParts = {
  readonly formats: readonly string[];
  readonly fonts: readonly CellFont[];
  readonly fills: readonly string[];
};

function styleXml(style: CellStyle, parts: StyleParts): string {
  const format = BUILT_IN_FORMATS[style.format] ?? FIRST_OWN_FORMAT + parts.formats.indexOf(style.format);
  const fill = style.fill === null ? 0 : FIRST_FILLS.length + parts.fills.indexOf(style.fill);
  const start = `<xf numFmtId="${format}" fontId="${parts.fonts.indexOf(style.font)}" fillId="${fill}" borderId="${style.isFramed ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${style.isQuoted ? ' quotePrefix="1"' : ""}`;
  if (style.align === null) return `${start}/>`;
  const wrap = style.align === "right" ? "" : ' wrapText="1"';
  return `${start} applyAlignment="1"><alignment horizontal="${style.align}" vertical="center"${wrap}/></xf>`;
}

function fontXml(font: CellFont): string {
  return `<font>${font.isBold ? "<b/>" : ""}<sz val="${font.points}"/><name val="${encodeAttribute(font.name)}"/><family val="3"/><charset val="134"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function frameXml(colour: string | null): string {
  const colourXml = colour === null ? '<color auto="1"/>' : `<color rgb="${colour}"/>`;
  const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin">${colourXml}</${side}>`);
  return `<border>${sides.join("")}<diagonal/></border>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** Object.fromEntries loses the type of its names. */
function numbered<Name extends string>(styles: Readonly<Record<Name, CellStyle>>): Readonly<Record<Name, number>> {
  return Object.fromEntries(Object.keys(styles).map((name, at) => [name, at])) as Record<Name, number>;
}
