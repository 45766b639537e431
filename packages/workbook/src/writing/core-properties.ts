import { xmlText } from "../cell-text.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/**
 * docProps/core.xml of an office file. Title and creator are lines without control characters. Its only time is the
 * time the content was frozen.
 */
export function coreProperties(options: { title: string; creator: string; frozenAt: string }): string {
  const at = new Date(options.frozenAt).toISOString().replace(/\.\d+Z$/, "Z");
  const title = xmlText(options.title);
  const creator = xmlText(options.creator);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
