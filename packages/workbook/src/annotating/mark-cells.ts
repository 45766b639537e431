import { addressText, parseAddress, type CellAddress } from "../cell-address.ts";
import { edited, insideEnd, scanXml, withAttribute, type OpenTag, type XmlEdit } from "./edit-xml.ts";

export type MarkedSheet = { readonly xml: string; readonly hasLegacyDrawing: boolean };

/**
 * Gives cells a red style in a worksheet's XML and refers to the drawing of the comments. It adds missing cells and
 * rows.
 */
export function markCells(options: {
  xml: string;
  cells: readonly CellAddress[];
  redOf: (style: number) => number;
  /** Relationship of the comments' drawing, for a sheet that has none yet. */
  drawingId: string;
}): string {
  const { xml, redOf } = options;
  const wanted = new Map<number, Set<number>>();
  for (const { row, column } of options.cells) wanted.set(row, (wanted.get(row) ?? new Set()).add(column));
  const edits: XmlEdit[] = [];
  const open: OpenTag[] = [];
  let row = 0;
  let column = 0;
  let isDrawingPlaced = false;
  const newCells = (until: number, prefix: string) => {
    const columns = [...(wanted.get(row) ?? [])].filter((each) => each < until).sort((one, other) => one - other);
    for (const each of columns) wanted.get(row)?.delete(each);
    return columns.map((each) => `<${prefix}c r="${addressText({ column: each, row })}" s="${redOf(0)}"/>`).join("");
  };
  const newRows = (until: number, prefix: string) => {
    const numbers = [...wanted.keys()]
      .filter((each) => each < until && (wanted.get(each)?.size ?? 0) > 0)
      .sort((one, other) => one - other);
    return numbers
      .map((number) => {
        row = number;
        return `<${prefix}row r="${number}">${newCells(Infinity, prefix)}</${prefix}row>`;
      })
      .join("");
  };
  scanXml(xml, {
    open(tag) {
      open.push(tag);
      if (tag.depth === 1 && AFTER_LEGACY_DRAWING.has(tag.name) && !isDrawingPlaced) {
        edits.push({ from: tag.from, to: tag.from, text: legacyDrawing(tag.prefix, options.drawingId) });
        isDrawingPlaced = true;
      }
      if (tag.name === "legacyDrawing") isDrawingPlaced = true;
      if (tag.name === "row") {
        const number = Number(tag.attributes["r"] ?? row + 1);
        const added = newRows(number, tag.prefix);
        if (added !== "") edits.push({ from: tag.from, to: tag.from, text: added });
        row = number;
        column = 0;
      }
      if (tag.name !== "c") return;
      column = parseAddress(tag.attributes["r"] ?? "")?.column ?? column + 1;
      const added = newCells(column, tag.prefix);
      if (added !== "") edits.push({ from: tag.from, to: tag.from, text: added });
      if (wanted.get(row)?.delete(column) !== true) return;
      const red = String(redOf(Number(tag.attributes["s"] ?? 0)));
      edits.push({ from: tag.from, to: tag.to, text: withAttribute(xml.slice(tag.from, tag.to), "s", red) });
    },
    close(tag) {
      const start = open.pop();
      if (start === undefined) return;
      if (tag.name === "row") {
        const text = newCells(Infinity, tag.prefix);
        if (text !== "") edits.push(insideEnd(xml, { open: start, close: tag, text }));
      }
      if (tag.name === "sheetData") {
        const text = newRows(Infinity, tag.prefix);
        if (text !== "") edits.push(insideEnd(xml, { open: start, close: tag, text }));
      }
      if (tag.depth === 0 && !isDrawingPlaced)
        edits.push({ from: tag.from, to: tag.from, text: legacyDrawing(tag.prefix, options.drawingId) });
    },
  });
  return edited(xml, edits);
}

// CT_Worksheet is a sequence: what may follow legacyDrawing.
const AFTER_LEGACY_DRAWING: ReadonlySet<string> = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

function legacyDrawing(prefix: string, id: string): string {
  return `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`;
}
