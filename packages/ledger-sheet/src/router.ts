import { limitedStream, mutation, procedure, query, router } from "@anji/rpc";
import { dryRunInput, importProgressInput } from "./inputs.ts";
import { dryRun, importProgress, watchImport } from "./queries/index.ts";
import { annotateSheet, exportSheet, makeTemplate, startImport } from "./verbs/index.ts";

export const ledgerSheetRouter = router({
  dryRun: query(dryRunInput, dryRun),
  startImport: mutation(startImport),
  progress: query(importProgressInput, importProgress),
  watch: procedure
    .input(importProgressInput)
    .subscription(({ ctx, input, signal }) =>
      limitedStream(ctx, { signal, stream: (ended) => watchImport(ctx, { ...input, signal: ended }) }),
    ),
  template: mutation(makeTemplate),
  export: mutation(exportSheet),
  annotated: mutation(annotateSheet),
});
