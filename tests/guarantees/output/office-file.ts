import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The XML parts of an office file by name. */
export function xmlParts(content: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(content));
  return new Map(
    parts.filter(([name]) => /\.(?:xml|rels|vml)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const TOKEN =
  /<\?xml [^<>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|&(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);|[^<&]+/y;

/** Whether every tag is closed, and every character that is not XML is written as text. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const found = TOKEN.exec(xml);
    if (found === null) return false;
    const [, closing, opening, , empty] = found;
    if (closing !== undefined && open.pop() !== closing) return false;
    if (opening !== undefined && empty === "") open.push(opening);
  }
  return open.length === 0;
}

/** The active content of an office file: formulas, fields, links, objects, programs. */
export function livePlaces(content: Uint8Array): string[] {
  const names = Object.keys(unzipSync(content)).filter((name) =>
    /vbaProject|oleObject|embeddings|externalLink|activeX|ctrlProps|connections|customUI/i.test(name),
  );
  const inside = [...xmlParts(content)].flatMap(([name, xml]) => [
    ...(isWellFormed(xml) ? [] : [`${name} is not well formed`]),
    ...[
      ...xml.matchAll(/TargetMode="External"|<(?:\w+:)?(?:hyperlink|oleObject|object|script|ddeLink|control)\b[^>]*>/g),
    ].map(([found]) => `${name}: ${found}`),
    ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].flatMap(([, field = ""]) =>
      /^\s*(?:PAGE|NUMPAGES)\b[^a-z]*$/.test(field) ? [] : [`${name}: ${field}`],
    ),
  ]);
  return [...names, ...inside];
}

export type SheetCell = { at: string; type: string; text: string; formula: string | null };

/** Every cell of every sheet, with the text a reader sees. */
export function cellsOf(content: Uint8Array): SheetCell[] {
  const sheets = [...xmlParts(content)].filter(([name]) => name.startsWith("xl/worksheets/"));
  return sheets.flatMap(([, xml]) =>
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, at = "", attributes = "", inside = ""]) => ({
        at,
        type: /t="(\w+)"/.exec(attributes)?.[1] ?? "n",
        text: unescaped(textOf(inside, "t")),
        formula: inside.includes("<f") ? textOf(inside, "f") : null,
      }),
    ),
  );
}

/** The text inside the elements of a name, as a reader sees it. */
export function textOf(xml: string, element: string): string {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, "g"))]
    .map(([, text = ""]) => decoded(text))
    .join("");
}

const SIGNS: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:(\w+)|#(\d+)|#x([\da-fA-F]+));/g,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal))
        : (SIGNS[name] ?? ""),
  );
}

/** A cell's text that looks like one of the format's escapes is written with its underscore escaped. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The same workbook with a text instead of one amount in each row, as a person might type it. */
export function withTextForAmounts(content: Uint8Array, texts: readonly string[]): Uint8Array {
  const parts = unzipSync(content);
  const [name, bytes] = Object.entries(parts).find(([part]) => part.startsWith("xl/worksheets/")) ?? [];
  if (name === undefined || bytes === undefined) throw new Error("no sheet");
  let row = 0;
  const spoiled = strFromU8(bytes).replaceAll(/<row [^>]*>.*?<\/row>/gs, (xml) => {
    const text = texts[row];
    if (text === undefined || !AMOUNT_CELL.test(xml)) return xml;
    row += 1;
    return xml.replace(
      AMOUNT_CELL,
      (_, cell: string) => `<c ${cell} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    );
  });
  return zipSync({ ...parts, [name]: strToU8(spoiled) });
}

/** A number that is not a count of rows: it is written out in the last column before the sums. */
const AMOUNT_CELL = /<c (r="[P-Z]\d+" s="\d+")><v>[^<]*<\/v><\/c>/;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
