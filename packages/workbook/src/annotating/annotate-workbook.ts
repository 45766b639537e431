import { addressText, parseRange, type CellAddress } from "../cell-address.ts";
import { ANNOTATIONS_MAX } from "../limits.ts";
import { openWorkbook, type WorkbookParts } from "../reading/open-workbook.ts";
import { decodeXml } from "../reading/read-xml.ts";
import { outlineOf, relationshipsOf, relationshipsPathOf, type WorkbookOutline } from "../reading/workbook-outline.ts";
import { bytesOf, writeOfficeFile } from "../writing/write-office-file.ts";
import { OFFICE_RELATIONSHIPS, PACKAGE_NAMESPACE, SHEET_TYPES } from "../xml-names.ts";
import { commentedCells, NO_COMMENTS, NO_SHAPES, withComments, withShapes, type CellComment } from "./comments-xml.ts";
import { edited, insideEnd, scanXml, type OpenTag } from "./edit-xml.ts";
import { markCells } from "./mark-cells.ts";
import { PLAIN_STYLES, redStyles } from "./red-styles.ts";

/** A note on a cell such as "P23", or on a range of a row such as "A43:AF43". */
export type CellNote = { readonly sheet: string; readonly cell: string; readonly text: string };

const COLUMNS_OF_A_MARK_MAX = 64;

const COMMENTS_PATH = "xl/commentsAnji.xml";
const SHAPES_PATH = "xl/drawings/commentsAnji.vml";
const STYLES_PATH = "xl/styles.xml";
const COMMENTS_ID = "rIdAnjiComments";
const SHAPES_ID = "rIdAnjiShapes";
const STYLES_ID = "rIdAnjiStyles";

/** The same workbook with each note's cell in red and its text as a comment. Nothing else changes. */
export async function annotateWorkbook(
  bytes: Uint8Array,
  options: { notes: readonly CellNote[]; author: string },
): Promise<Uint8Array> {
  const parts = await openWorkbook(bytes);
  const outline = await outlineOf(parts);
  const changed = new Map<string, string>();
  const textOf = async (path: string) => changed.get(partName(parts, path)) ?? decodeXml(await parts.read(path));
  for (const [name, notes] of Map.groupBy(options.notes.slice(0, ANNOTATIONS_MAX), (note) => note.sheet)) {
    const sheet = outline.sheets.find((each) => each.name === name);
    if (sheet !== undefined)
      await annotateSheet({ parts, outline, path: sheet.path, notes, author: options.author, changed, textOf });
  }
  const untouched = parts.names.filter((name) => !changed.has(name));
  const kept = await Promise.all(untouched.map(async (path) => ({ path, content: await parts.read(path) })));
  return bytesOf(writeOfficeFile([...[...changed].map(([path, content]) => ({ path, content })), ...kept]));
}

type Annotation = {
  readonly parts: WorkbookParts;
  readonly outline: WorkbookOutline;
  readonly path: string;
  readonly notes: readonly CellNote[];
  readonly author: string;
  readonly changed: Map<string, string>;
  readonly textOf: (path: string) => Promise<string>;
};

async function annotateSheet(annotation: Annotation): Promise<void> {
  const { parts, path, author, changed, textOf } = annotation;
  const relationships = await relationshipsOf(parts, path);
  const targetOf = (type: string) => relationships.find((relationship) => relationship.type === type)?.target ?? null;
  const commentsPath = targetOf("comments");
  const shapesPath = targetOf("vmlDrawing");
  const comments = commentsOf(annotation);
  const before = commentsPath === null ? NO_COMMENTS : await textOf(commentsPath);
  const boxed = commentedCells(before);
  const unboxed = comments.map((comment) => comment.at).filter((at) => !boxed.has(addressText(at)));
  changed.set(partName(parts, commentsPath ?? COMMENTS_PATH), withComments(before, { comments, author }));
  const shapes = shapesPath === null ? NO_SHAPES : decodeXml(await parts.read(shapesPath));
  changed.set(partName(parts, shapesPath ?? SHAPES_PATH), withShapes(shapes, unboxed));
  if (commentsPath === null)
    await relate(annotation, {
      from: path,
      id: COMMENTS_ID,
      type: "comments",
      target: COMMENTS_PATH,
      contentType: `${SHEET_TYPES}.comments+xml`,
    });
  if (shapesPath === null) {
    await relate(annotation, {
      from: path,
      id: SHAPES_ID,
      type: "vmlDrawing",
      target: SHAPES_PATH,
      contentType: "application/vnd.openxmlformats-officedocument.vmlDrawing",
    });
  }
  await paint(annotation);
}

async function paint(annotation: Annotation): Promise<void> {
  const { parts, outline, path, changed, textOf } = annotation;
  const styles = redStyles(outline.stylesPath === null ? PLAIN_STYLES : await textOf(outline.stylesPath));
  const cells = annotation.notes.flatMap((note) => cellsOf(note.cell));
  changed.set(
    partName(parts, path),
    markCells({ xml: await textOf(path), cells, redOf: styles.redOf, drawingId: SHAPES_ID }),
  );
  changed.set(partName(parts, outline.stylesPath ?? STYLES_PATH), styles.xml());
  if (outline.stylesPath === null) {
    await relate(annotation, {
      from: outline.path,
      id: STYLES_ID,
      type: "styles",
      target: STYLES_PATH,
      contentType: `${SHEET_TYPES}.styles+xml`,
    });
  }
}

function commentsOf(annotation: Annotation): readonly CellComment[] {
  const comments = new Map<string, CellComment>();
  for (const { cell, text } of annotation.notes) {
    const at = parseRange(cell)?.from;
    if (at === undefined) continue;
    const known = comments.get(addressText(at));
    comments.set(addressText(at), { at, text: known === undefined ? text : `${known.text}\n${text}` });
  }
  return [...comments.values()];
}

function cellsOf(text: string): readonly CellAddress[] {
  const range = parseRange(text);
  if (range === null) return [];
  const { from, to } = range;
  const width = Math.min(to.column - from.column + 1, COLUMNS_OF_A_MARK_MAX);
  return Array.from({ length: width }, (_, at) => ({ column: from.column + at, row: from.row }));
}

/** The name a part has in the archive, which may differ in case. */
function partName(parts: WorkbookParts, path: string): string {
  return parts.names.find((name) => name.toLowerCase() === path.toLowerCase()) ?? path;
}

const NO_RELATIONSHIPS = `<Relationships xmlns="${PACKAGE_NAMESPACE}/relationships"></Relationships>`;

/** Adds a part to the package: its content type, and the relationship from the part that uses it. */
async function relate(
  annotation: Annotation,
  options: { from: string; id: string; type: string; target: string; contentType: string },
): Promise<void> {
  const { parts, changed, textOf } = annotation;
  const path = partName(parts, relationshipsPathOf(options.from));
  const relationships = parts.has(path) || changed.has(path) ? await textOf(path) : NO_RELATIONSHIPS;
  changed.set(
    path,
    withinRoot(
      relationships,
      (prefix) =>
        `<${prefix}Relationship Id="${options.id}" Type="${OFFICE_RELATIONSHIPS}/${options.type}" Target="/${options.target}"/>`,
    ),
  );
  const typesPath = partName(parts, "[Content_Types].xml");
  const override = (prefix: string) =>
    `<${prefix}Override PartName="/${options.target}" ContentType="${options.contentType}"/>`;
  changed.set(typesPath, withinRoot(await textOf(typesPath), override));
}

function withinRoot(xml: string, textFor: (prefix: string) => string): string {
  let root: OpenTag | undefined;
  let result = xml;
  scanXml(xml, {
    open(tag) {
      root ??= tag;
    },
    close(tag) {
      if (tag.depth === 0 && root !== undefined)
        result = edited(xml, [insideEnd(xml, { open: root, close: tag, text: textFor(tag.prefix) })]);
    },
  });
  return result;
}
