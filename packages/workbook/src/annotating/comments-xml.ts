import type { CellAddress } from "../cell-address.ts";
import { addressText } from "../cell-address.ts";
import { encodeCellText } from "../cell-text.ts";
import { edited, insideEnd, scanXml, type OpenTag, type XmlEdit } from "./edit-xml.ts";

export type CellComment = { readonly at: CellAddress; readonly text: string };

export const NO_COMMENTS =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';

/** Adds comments; a cell that has one keeps it and gets the new text below. */
export function withComments(xml: string, options: { comments: readonly CellComment[]; author: string }): string {
  const added = new Map(options.comments.map((comment) => [addressText(comment.at), comment.text]));
  const edits: XmlEdit[] = [];
  const open: OpenTag[] = [];
  let authorCount = 0;
  let commented = "";
  scanXml(xml, {
    open(tag) {
      open.push(tag);
      if (tag.name === "author") authorCount += 1;
      if (tag.name === "comment") commented = tag.attributes["ref"] ?? "";
    },
    close(tag) {
      const start = open.pop();
      if (start === undefined) return;
      const { prefix } = tag;
      const inside = (text: string) => edits.push(insideEnd(xml, { open: start, close: tag, text }));
      if (tag.name === "authors") inside(`<${prefix}author>${encodeCellText(options.author)}</${prefix}author>`);
      const more = tag.name === "text" ? added.get(commented) : undefined;
      if (more !== undefined) {
        inside(`<${prefix}r>${textXml(prefix, `\n${more}`)}</${prefix}r>`);
        added.delete(commented);
      }
      if (tag.name === "commentList")
        inside([...added].map(([at, text]) => commentXml({ at, text, prefix, author: authorCount })).join(""));
    },
  });
  return edited(xml, edits);
}

function commentXml(options: { at: string; text: string; prefix: string; author: number }): string {
  const { at, text, prefix, author } = options;
  return `<${prefix}comment ref="${at}" authorId="${author}"><${prefix}text><${prefix}r>${textXml(prefix, text)}</${prefix}r></${prefix}text></${prefix}comment>`;
}

function textXml(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${encodeCellText(text)}</${prefix}t>`;
}

/** Cells that have a comment already: their box exists. */
export function commentedCells(xml: string): ReadonlySet<string> {
  const cells = new Set<string>();
  scanXml(xml, {
    open(tag) {
      if (tag.name === "comment") cells.add(tag.attributes["ref"] ?? "");
    },
    close() {},
  });
  return cells;
}

export const NO_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';

const SHAPE_TYPE =
  '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_t202" coordsize="21600,21600" o:spt="202" xmlns:o="urn:schemas-microsoft-com:office:office" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/**
 * Draws the boxes of the comments; without them spreadsheets do not show comments. VML from programs is not always
 * valid XML, so it is treated as text.
 */
export function withShapes(vml: string, cells: readonly CellAddress[]): string {
  const end = vml.lastIndexOf("</xml>");
  if (end < 0) return withShapes(NO_SHAPES, cells);
  const type = vml.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
  const shapes = cells.map((cell, at) => shapeXml(cell, FIRST_SHAPE + at));
  return vml.slice(0, end) + type + shapes.join("") + vml.slice(end);
}

// Far higher than the numbers of a spreadsheet's own boxes.
const FIRST_SHAPE = 200_000;

function shapeXml(cell: CellAddress, number: number): string {
  const column = cell.column - 1;
  const row = cell.row - 1;
  const anchor = [column + 1, 15, row, 2, column + 5, 15, row + 5, 4].join(", ");
  return `<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
