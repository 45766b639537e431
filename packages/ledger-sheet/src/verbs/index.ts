export { finishImport } from "../import/import-chunk.ts";
export { runImport, startRun, unfinishedImports } from "../import/import-runner.ts";
export { annotateSheet, exportSheet, type MadeSheet, makeTemplate } from "./make-sheet.ts";
export { startImport } from "./start-import.ts";
