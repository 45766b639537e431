/**
 * Spreadsheets write a character that XML cannot hold as _x000D_ (ST_Xstring). Reading undoes this, writing does it. A
 * text that only looks like it is kept by escaping its underscore.
 */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function encodeCellText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  const escaped = text
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replaceAll(NOT_IN_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .toWellFormed();
  return xmlText(escaped);
}

/** Text as the content of an XML element or of an attribute in double quotes. */
export function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// Characters that XML 1.0 cannot hold, and the carriage return, which a reader would turn into a line feed.
const NOT_IN_XML = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;
const NEEDS_ESCAPE = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|\p{Cs}|_x[0-9a-fA-F]{4}_/u;

/** For an attribute value in double quotes. */
export function encodeAttribute(text: string): string {
  return encodeCellText(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
