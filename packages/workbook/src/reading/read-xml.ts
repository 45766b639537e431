import { TextDecoder } from "node:util";

import { SaxesParser } from "saxes";

import { asDamaged, refuseWorkbook } from "./open-workbook.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** The callbacks of a reader of a part. Names come without their namespace prefix. */
export type XmlListener = {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
};

/** Feeds a part's XML to a listener chunk by chunk; yields after each chunk, so that a caller may stop early. */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw asDamaged(error);
  });
  parser.on("doctype", () => refuseWorkbook("workbook.documentType", {}));
  parser.on("opentag", (tag) => listener.open(localName(tag.name), tag.attributes));
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  parser.on("closetag", (tag) => listener.close(localName(tag.name)));
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    parser.write(decoded(decoder, chunk));
    yield;
  }
  parser.write(decoded(decoder ?? decoderOf(new Uint8Array()), null)).close();
  yield;
}

export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const reading = readXml(chunks, listener);
  while ((await reading.next()).done !== true);
}

/** The value of an attribute by its local name: "id" finds r:id under any prefix. */
export function attributeOf(attributes: XmlAttributes, name: string): string | null {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value;
  return null;
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A schema's boolean: "1" and "true" in its two spellings. */
export function isTrue(value: string | null | undefined): boolean {
  return value === "1" || value === "true";
}

export function decodeXml(bytes: Uint8Array): string {
  const decoder = decoderOf(bytes);
  return decoded(decoder, bytes) + decoded(decoder, null);
}

/** The text of the next chunk, or the rest when there is none. */
function decoded(decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw asDamaged(error);
  }
}

function decoderOf(start: Uint8Array): TextDecoder {
  const [first, second] = start;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true });
}
