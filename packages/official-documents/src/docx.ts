export { officialDocumentDocx } from "./official-document.ts";
