import { heldCampaign } from "@anji/campaign/queries";
import { type ActorCtx, fileOf, perform } from "@anji/database";
import { findingLifecycle } from "@anji/findings";
import { type Id, newId, refuseIf } from "@anji/kernel";
import type { z } from "zod";
import { startRun } from "../import/import-runner.ts";
import type { startImportInput } from "../inputs.ts";
import { ledgerSheetPermissions } from "../permissions.ts";
import { ledgerImport } from "../tables.ts";

/** Begins an import and answers at once; the rows are taken in the background, and `progress` tells how far. */
export async function startImport(
  ctx: ActorCtx,
  input: z.output<typeof startImportInput>,
): Promise<{ importId: Id<"ledgerImport"> }> {
  const answer = await perform<{ importId: Id<"ledgerImport"> }>(
    ctx,
    { permission: ledgerSheetPermissions.startImport, input },
    async (act) => {
      const campaign = await heldCampaign(act, input.campaignId);
      refuseIf(findingLifecycle.whyNotPhase("import", campaign));
      const file = await fileOf(act, input.fileId);
      const importId = newId<"ledgerImport">(act.now);
      const regionPath = act.actor.path;
      await act.tx.insert(ledgerImport).values({
        id: importId,
        campaignId: campaign.id,
        regionPath,
        fileId: file.id,
        onConflict: input.onConflict,
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
      const started = { importId };
      const after = { fileId: file.id, name: file.name, sha256: file.sha256, onConflict: input.onConflict };
      act.signal({ topic: "ledgerSheet.imported", subjectId: importId, regionPath, campaignId: campaign.id });
      return act.done({
        subjectKind: "ledgerImport",
        subjectId: importId,
        regionPath,
        campaignId: campaign.id,
        before: null,
        after,
        answer: started,
      });
    },
  );
  void startRun(ctx, answer.importId);
  return answer;
}
