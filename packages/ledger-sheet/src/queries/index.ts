export { dryRun, type DryRun, type DryRunRow } from "./dry-run.ts";
export { type ImportProgress, importProgress, watchImport } from "./import-progress.ts";
