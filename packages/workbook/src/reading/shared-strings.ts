import { decodeCellText } from "../cell-text.ts";
import type { WorkbookParts } from "./open-workbook.ts";
import { readWholeXml } from "./read-xml.ts";

/** The texts that cells refer to by number. Phonetic hints (rPh) are not part of a text. */
export async function sharedStringsOf(parts: WorkbookParts, path: string | null): Promise<readonly string[]> {
  if (path === null) return [];
  const strings: string[] = [];
  const text = textCollector();
  await readWholeXml(parts.stream(path), {
    open(name) {
      if (name === "si") text.clear();
      else text.open(name);
    },
    text: text.add,
    close(name) {
      if (name === "si") strings.push(text.taken());
      else text.close(name);
    },
  });
  return strings;
}

/** Collects the text runs <t> of one string item or inline string. */
export function textCollector() {
  let collected = "";
  let isInText = false;
  let phoneticDepth = 0;
  return {
    clear() {
      collected = "";
    },
    open(name: string) {
      if (name === "rPh") phoneticDepth += 1;
      if (name === "t") isInText = true;
    },
    add(text: string) {
      if (isInText && phoneticDepth === 0) collected += text;
    },
    close(name: string) {
      if (name === "rPh") phoneticDepth -= 1;
      if (name === "t") isInText = false;
    },
    taken(): string {
      return decodeCellText(collected);
    },
  };
}
