export { coreProperties } from "./core-properties.ts";
export { fixedArchive } from "./fixed-archive.ts";
export { officialDocumentDocx } from "./official-document.ts";
