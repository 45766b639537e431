import { heldCampaign } from "@anji/campaign/queries";
import { fileOf, verbAround } from "@anji/database";
import { findingLifecycle } from "@anji/findings";
import { newId, refuseIf } from "@anji/kernel";
import { startRun } from "../import/import-runner.ts";
import { startImportInput } from "../inputs.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import { ledgerImport } from "../tables.ts";

/** Begins an import and answers at once. The rows are taken in the background; `progress` answers how far. */
export const startImport = verbAround(
  { permission: ledgerSheetPermissions.startImport, input: startImportInput },
  {
    before: () => null,
    body: async (act, input) => {
      const campaign = await heldCampaign(act, input.campaignId);
      refuseIf(findingLifecycle.whyNotPhase("import", campaign));
      const file = await fileOf(act, input.fileId);
      const importId = newId<"ledgerImport">(act.now);
      const { onConflict } = input;
      const of = { regionPath: act.actor.path, campaignId: campaign.id };
      await act.tx.insert(ledgerImport).values({
        ...of,
        id: importId,
        fileId: file.id,
        onConflict,
        status: "running",
        done: 0,
        total: 0,
        created: 0,
        updated: 0,
        skipped: 0,
        failed: 0,
        requestedBy: act.actor.personId,
        requestedAt: act.now,
      });
      act.signal({ topic: "ledgerSheet.imported", subjectId: importId, ...of });
      const after = { fileId: file.id, name: file.name, sha256: file.sha256, onConflict };
      const subject = { subjectKind: "ledgerImport", subjectId: importId, ...of };
      return act.done({ ...subject, before: null, after, answer: { importId } });
    },
    after: (ctx, answer) => {
      void startRun(ctx, answer.importId);
      return answer;
    },
  },
);
