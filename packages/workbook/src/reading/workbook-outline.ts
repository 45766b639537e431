import { refuseWorkbook, type WorkbookParts } from "./open-workbook.ts";
import { attributeOf, isTrue, readWholeXml, type XmlListener } from "./read-xml.ts";

/** The content of a workbook before any worksheet is read. */
export type WorkbookOutline = {
  readonly path: string;
  readonly sheets: readonly SheetOutline[];
  /** Old Macintosh workbooks count days from 1904. */
  readonly is1904: boolean;
  readonly sharedStringsPath: string | null;
  readonly stylesPath: string | null;
};
export type SheetOutline = { readonly name: string; readonly path: string; readonly isVisible: boolean };

export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

const CONTENT_TYPES = "[Content_Types].xml";
const SHEET_MAIN = "spreadsheetml.sheet.main+xml";
const MACRO_TYPES = ["macroenabled", "vbaproject", "macrosheet", "activex"];

export async function outlineOf(parts: WorkbookParts): Promise<WorkbookOutline> {
  await refuseForeignContent(parts);
  const main = (await relationshipsOf(parts, "")).find((relationship) => relationship.type === "officeDocument");
  if (main === undefined || !parts.has(main.target)) return refuseWorkbook("workbook.notWorkbook", {});
  const relationships = await relationshipsOf(parts, main.target);
  const { sheets, is1904 } = await sheetsOf({ parts, path: main.target, relationships });
  const pathOf = (type: string) => relationships.find((relationship) => relationship.type === type)?.target ?? null;
  return {
    path: main.target,
    sheets,
    is1904,
    sharedStringsPath: pathOf("sharedStrings"),
    stylesPath: pathOf("styles"),
  };
}

async function refuseForeignContent(parts: WorkbookParts): Promise<void> {
  if (!parts.has(CONTENT_TYPES)) refuseWorkbook("workbook.notWorkbook", {});
  let isWorkbook = false;
  let hasMacros = parts.names.some((name) => /vbaproject[^/]*\.bin$|(^|\/)(macrosheets|activex)\//i.test(name));
  await readWholeXml(parts.stream(CONTENT_TYPES), {
    ...SILENT,
    open(_, attributes) {
      const type = (attributeOf(attributes, "ContentType") ?? "").toLowerCase();
      if (type.endsWith(SHEET_MAIN)) isWorkbook = true;
      if (MACRO_TYPES.some((macro) => type.includes(macro))) hasMacros = true;
    },
  });
  if (hasMacros) refuseWorkbook("workbook.macros", {});
  if (!isWorkbook) refuseWorkbook("workbook.notWorkbook", {});
}

/** The relationships of a part; of the package itself for "". */
export async function relationshipsOf(parts: WorkbookParts, path: string): Promise<readonly Relationship[]> {
  const relationshipsPath = relationshipsPathOf(path);
  if (!parts.has(relationshipsPath)) return [];
  const relationships: Relationship[] = [];
  await readWholeXml(parts.stream(relationshipsPath), {
    ...SILENT,
    open(name, attributes) {
      const target = attributeOf(attributes, "Target");
      if (name !== "Relationship" || target === null || attributeOf(attributes, "TargetMode") === "External") return;
      const type = attributeOf(attributes, "Type") ?? "";
      relationships.push({
        id: attributeOf(attributes, "Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        target: resolved(path, target),
      });
    },
  });
  return relationships;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPathOf(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** A target is relative to its part's folder, or to the package when it begins with "/". */
function resolved(path: string, target: string): string {
  const steps = target.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function sheetsOf(options: {
  parts: WorkbookParts;
  path: string;
  relationships: readonly Relationship[];
}): Promise<Pick<WorkbookOutline, "sheets" | "is1904">> {
  const sheets: SheetOutline[] = [];
  let is1904 = false;
  await readWholeXml(options.parts.stream(options.path), {
    ...SILENT,
    open(name, attributes) {
      if (name === "workbookPr") is1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet") return;
      const id = attributeOf(attributes, "id");
      const target = options.relationships.find(
        (relationship) => relationship.id === id && relationship.type === "worksheet",
      );
      if (target === undefined) return;
      sheets.push({
        name: attributes["name"] ?? "",
        path: target.target,
        isVisible: (attributes["state"] ?? "visible") === "visible",
      });
    },
  });
  return { sheets, is1904 };
}

const SILENT: XmlListener = { open() {}, text() {}, close() {} };
