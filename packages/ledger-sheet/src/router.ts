import { limitedStream, procedure, query, router } from "@anji/rpc";
import {
  annotateSheetInput,
  dryRunInput,
  exportSheetInput,
  importProgressInput,
  sheetTemplateInput,
  startImportInput,
} from "./inputs.ts";
import { dryRun, importProgress, watchImport } from "./queries/index.ts";
import { annotateSheet, exportSheet, makeTemplate, startImport } from "./verbs/index.ts";

export const ledgerSheetRouter = router({
  dryRun: query(dryRunInput, dryRun),
  startImport: procedure.input(startImportInput).mutation(({ ctx, input }) => startImport(ctx, input)),
  progress: query(importProgressInput, importProgress),
  watch: procedure
    .input(importProgressInput)
    .subscription(({ ctx, input, signal }) =>
      limitedStream(ctx, { signal, stream: (ended) => watchImport(ctx, { ...input, signal: ended }) }),
    ),
  template: procedure.input(sheetTemplateInput).mutation(({ ctx, input }) => makeTemplate(ctx, input)),
  export: procedure.input(exportSheetInput).mutation(({ ctx, input }) => exportSheet(ctx, input)),
  annotated: procedure.input(annotateSheetInput).mutation(({ ctx, input }) => annotateSheet(ctx, input)),
});
