import { adoptFile, verb } from "@anji/database";
import { newId, refuseIf } from "@anji/kernel";
import { at, invalid } from "../finding.checks.ts";
import { attachEvidenceInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { evidence } from "../tables.ts";
import { findingCase } from "./finding-case.ts";

/** Attaches a document. Its file is then shared with the finding's own area. */
export const attachEvidence = verb(
  { permission: findingsPermissions.attachEvidence, input: attachEvidenceInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "attachEvidence" });
    const { id: findingId, regionPath } = held.before;
    const { name, kind, eventOn } = input;
    if (!held.campaign.plan.evidenceKinds.some((one) => one.code === kind)) {
      refuseIf(invalid([at("kind", "findings.evidenceKindUnknown")]));
    }
    if (eventOn > act.today) refuseIf(invalid([at("eventOn", "findings.eventInFuture")]));
    const { fileId } = await adoptFile(act, { fileId: input.fileId, regionPath });
    const document = { id: newId<"evidence">(act.now), fileId, name, kind, eventOn };
    const { personId: uploadedBy, name: uploadedByName } = act.actor;
    await act.tx
      .insert(evidence)
      .values({ ...document, findingId, regionPath, receivedAt: act.now, uploadedBy, uploadedByName });
    return findingCase.move(act, held, { set: {}, also: { document }, remark: name });
  },
);
