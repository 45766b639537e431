import { strFromU8, unzipSync } from "fflate";

/** All text of a .docx, as a reader sees it from top to bottom. */
export function docxText(content: Uint8Array): string {
  return textOf(part(content, "word/document.xml"), /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);
}

/** The cells of one sheet of an .xlsx, row by row, as written; a formula shows its stored value. */
export function sheetRows(content: Uint8Array, sheetName: string): Map<string, string>[] {
  const xml = part(content, `xl/${sheetPath(content, sheetName)}`);
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(
    ([, row = ""]) =>
      new Map(
        [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, column = "", inside = ""]) => [
          column,
          cellText(inside),
        ]),
      ),
  );
}

function cellText(inside: string): string {
  const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1];
  return value ?? textOf(inside, /<t(?: [^>]*)?>([^<]*)<\/t>/g);
}

function sheetPath(content: Uint8Array, sheetName: string): string {
  const id = new RegExp(`<sheet name="${sheetName}"[^>]* r:id="([^"]+)"`).exec(part(content, "xl/workbook.xml"))?.[1];
  const target = new RegExp(`<Relationship (?=[^>]*Id="${id}")[^>]*Target="([^"]+)"`).exec(
    part(content, "xl/_rels/workbook.xml.rels"),
  )?.[1];
  if (target === undefined) throw new Error(`the workbook has no sheet ${sheetName}`);
  return target;
}

function part(content: Uint8Array, name: string): string {
  const found = unzipSync(content, { filter: (file) => file.name === name })[name];
  if (found === undefined) throw new Error(`the file has no part ${name}`);
  return strFromU8(found);
}

function textOf(xml: string, pattern: RegExp): string {
  return [...xml.matchAll(pattern)]
    .map(([, text = ""]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** "2.683472" 万元 is 2683472 fen, exactly. */
export function fenOfWan(text: string): bigint {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`no amount in 万元: ${text}`);
  const amount = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, "0"));
  return sign === "-" ? -amount : amount;
}
