import { type ActorCtx, adoptFile, perform } from "@anji/database";
import { newId, refuseIf } from "@anji/kernel";
import type { z } from "zod";
import { at, invalid } from "../finding.checks.ts";
import type { FindingRow } from "../finding.ts";
import type { attachEvidenceInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";
import { evidence } from "../tables.ts";

/** Attaches a document. Its file is shared with the finding's own area, whoever uploaded it. */
export async function attachEvidence(ctx: ActorCtx, input: z.output<typeof attachEvidenceInput>): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.attachEvidence, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    refuseIf(whyNot({ finding: factsOf(before), event: "attachEvidence", actor: act.actor, campaign }));
    if (!campaign.plan.evidenceKinds.some((one) => one.code === input.kind)) {
      refuseIf(invalid([at("kind", "findings.evidenceKindUnknown")]));
    }
    if (input.eventOn > act.today) refuseIf(invalid([at("eventOn", "findings.eventInFuture")]));
    const { fileId } = await adoptFile(act, { fileId: input.fileId, regionPath: before.regionPath });
    const to = advance(before.status, "attachEvidence");
    await writeFinding(act, held, { status: to });
    const { name, kind, eventOn } = input;
    const document = { id: newId<"evidence">(act.now), fileId, name, kind, eventOn };
    await act.tx.insert(evidence).values({
      ...document,
      findingId: before.id,
      regionPath: before.regionPath,
      receivedAt: act.now,
      uploadedBy: act.actor.personId,
      uploadedByName: act.actor.name,
    });
    return recordAct(act, held, { event: "attachEvidence", to, remark: name, changed: { document } });
  });
}
