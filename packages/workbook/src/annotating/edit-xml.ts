import { SaxesParser } from "saxes";

import { asDamaged } from "../reading/open-workbook.ts";
import { localName, type XmlAttributes } from "../reading/read-xml.ts";

/** A tag and its place in the text: from its "<" to after its ">". */
export type TagPlace = {
  readonly name: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
};
export type OpenTag = TagPlace & { readonly attributes: XmlAttributes; readonly isSelfClosing: boolean };

export type XmlVisitor = { open(tag: OpenTag): void; close(tag: TagPlace): void };

/** Walks XML that is to be edited in place. A self-closing tag is opened and closed at the same place. */
export function scanXml(text: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  let depth = 0;
  let from = 0;
  parser.on("error", (error) => {
    throw asDamaged(error);
  });
  parser.on("opentagstart", () => {
    from = text.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    const place = { ...namesOf(tag.name), from, to: parser.position, depth };
    visitor.open({ ...place, attributes: tag.attributes, isSelfClosing: tag.isSelfClosing });
    depth += 1;
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    const to = parser.position;
    visitor.close({ ...namesOf(tag.name), from: tag.isSelfClosing ? from : text.lastIndexOf("<", to - 1), to, depth });
  });
  parser.write(text).close();
}

function namesOf(qualified: string): { name: string; prefix: string } {
  const name = localName(qualified);
  return { name, prefix: qualified.slice(0, qualified.length - name.length) };
}

export type XmlEdit = { readonly from: number; readonly to: number; readonly text: string };

/** Applies edits that do not overlap. Edits at one place keep their order. */
export function edited(text: string, edits: readonly XmlEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  // Text decoded from another encoding is written as UTF-8.
  return (result + text.slice(at)).replace(
    /^<\?xml[^>]*\?>/,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  );
}

/** Puts text before a closing tag, opening a self-closing element for it. */
export function insideEnd(source: string, options: { open: OpenTag; close: TagPlace; text: string }): XmlEdit {
  const { open, close, text } = options;
  if (!open.isSelfClosing) return { from: close.from, to: close.from, text };
  const slash = source.lastIndexOf("/", open.to);
  return { from: slash, to: open.to, text: `>${text}</${open.prefix}${open.name}>` };
}

/** Sets an attribute in the text of a tag. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s)${name}\\s*=\\s*("[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, `$1${name}="${value}"`);
  const end = tag.endsWith("/>") ? "/>" : ">";
  return `${tag.slice(0, -end.length).trimEnd()} ${name}="${value}"${end}`;
}
