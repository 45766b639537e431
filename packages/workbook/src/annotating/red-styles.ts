import { edited, scanXml, withAttribute, type OpenTag, type TagPlace, type XmlEdit } from "./edit-xml.ts";

/** Copies of the workbook's cell styles with a red fill: everything else of a marked cell looks as before. */
export type RedStyles = { redOf(style: number): number; xml(): string };

const RED_FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

export function redStyles(stylesXml: string): RedStyles {
  const { formats, fills, cellFormats, fillCount } = placesOf(stylesXml);
  const reds = new Map<number, number>();
  const added: string[] = [];
  function redOf(style: number): number {
    const known = reds.get(style);
    if (known !== undefined) return known;
    const format = formats[style] ?? formats[0] ?? "<xf/>";
    const head = /^<[^>]*>/.exec(format)?.[0] ?? format;
    added.push(
      withAttribute(withAttribute(head, "fillId", String(fillCount)), "applyFill", "1") + format.slice(head.length),
    );
    reds.set(style, formats.length + added.length - 1);
    return formats.length + added.length - 1;
  }
  function xml(): string {
    if (fills === null || cellFormats === null) return stylesXml;
    const fill = withPrefix(RED_FILL, fills.open.prefix);
    return edited(stylesXml, [
      ...grown(stylesXml, { element: fills, count: fillCount + 1, text: fill }),
      ...grown(stylesXml, { element: cellFormats, count: formats.length + added.length, text: added.join("") }),
    ]);
  }
  return { redOf, xml };
}

type Element = { readonly open: OpenTag; readonly close: TagPlace };

function placesOf(text: string) {
  const open: OpenTag[] = [];
  const formats: string[] = [];
  let fillCount = 0;
  let fills: Element | null = null;
  let cellFormats: Element | null = null;
  scanXml(text, {
    open: (tag) => open.push(tag),
    close(tag) {
      const start = open.pop();
      if (start === undefined) return;
      const parent = open.at(-1)?.name;
      if (tag.name === "xf" && parent === "cellXfs") formats.push(text.slice(start.from, tag.to));
      if (tag.name === "fill" && parent === "fills") fillCount += 1;
      if (tag.name === "fills" && tag.depth === 1) fills = { open: start, close: tag };
      if (tag.name === "cellXfs") cellFormats = { open: start, close: tag };
    },
  });
  return { formats, fillCount, fills: element(fills), cellFormats: element(cellFormats) };
}

/** Assigned in a callback, which the compiler does not follow. */
function element(found: Element | null): Element | null {
  return found;
}

function grown(source: string, options: { element: Element; count: number; text: string }): readonly XmlEdit[] {
  const { open, close } = options.element;
  const tag = withAttribute(source.slice(open.from, open.to), "count", String(options.count));
  return [
    { from: open.from, to: open.to, text: tag },
    { from: close.from, to: close.from, text: options.text },
  ];
}

function withPrefix(xml: string, prefix: string): string {
  return xml.replaceAll(/(<\/?)(\w)/g, `$1${prefix}$2`);
}

/** For a workbook without any styles. */
export const PLAIN_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>';
