import { strFromU8, unzipSync } from "fflate";

/** The parts of an office file as text, by name. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

export function part(file: Uint8Array, name: string): string {
  const text = partsOf(file)[name];
  if (text === undefined) throw new Error(`no part ${name}`);
  return text;
}

export function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

export type ReadParagraph = { readonly style: string; readonly text: string; readonly xml: string };

/** The paragraphs of a .docx in reading order, tables included. */
export function paragraphs(file: Uint8Array): ReadParagraph[] {
  const body = part(file, "word/document.xml");
  return [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? "",
    text: unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((run) => run[1] ?? "").join("")),
    xml,
  }));
}

export function documentText(file: Uint8Array): string {
  return paragraphs(file)
    .map((paragraph) => paragraph.text)
    .join("\n");
}

/** The rows of each table of a .docx as text. */
export function tables(file: Uint8Array): string[][][] {
  const body = part(file, "word/document.xml");
  return [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([xml]) =>
    [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        unescaped([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((run) => run[1] ?? "").join("")),
      ),
    ),
  );
}

/** A style's own XML. */
export function styleOf(file: Uint8Array, id: string): string {
  const styles = part(file, "word/styles.xml");
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0];
  if (found === undefined) throw new Error(`no style ${id}`);
  return found;
}
