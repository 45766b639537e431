import { type Act, adoptFile, verb } from "@anji/database";
import { storedFile } from "@anji/database/tables";
import { type Id, newId, refuseAt } from "@anji/kernel";
import { and, eq, ne } from "drizzle-orm";
import { attachEvidenceInput } from "../finding.inputs.ts";
import { findingsPermissions } from "../permissions.ts";
import { evidence } from "../tables.ts";
import { findingCase } from "./finding-case.ts";

/** Attaches a document. Its file is then shared with the finding's own area. */
export const attachEvidence = verb(
  { permission: findingsPermissions.attachEvidence, input: attachEvidenceInput },
  async (act, input) => {
    const held = await findingCase.hold(act, { ...input, event: "attachEvidence" });
    const { id: findingId, regionPath, occurredFrom } = held.before;
    const { name, kind, eventOn } = input;
    if (!held.campaign.plan.evidenceKinds.some((one) => one.code === kind)) {
      refuseAt("kind", "findings.evidenceKindUnknown");
    }
    if (eventOn > act.today) refuseAt("eventOn", "findings.eventInFuture");
    if (eventOn < occurredFrom) refuseAt("eventOn", "findings.eventBeforeOccurred");
    const { fileId, sha256 } = await adoptFile(act, { fileId: input.fileId, regionPath });
    if (await isAnotherKind(act, { findingId, kind, sha256 })) refuseAt("fileId", "findings.evidenceFileTwice");
    const document = { id: newId<"evidence">(act.now), fileId, name, kind, eventOn };
    const { personId: uploadedBy, name: uploadedByName } = act.actor;
    await act.tx
      .insert(evidence)
      .values({ ...document, findingId, regionPath, receivedAt: act.now, uploadedBy, uploadedByName });
    return findingCase.move(act, held, { set: {}, also: { document }, remark: name });
  },
);

/** The same content is attached to the finding already, as a document of another kind. */
async function isAnotherKind(
  act: Act,
  { findingId, kind, sha256 }: { findingId: Id<"finding">; kind: string; sha256: string },
): Promise<boolean> {
  const rows = await act.tx
    .select({ id: evidence.id })
    .from(evidence)
    .innerJoin(storedFile, eq(storedFile.id, evidence.fileId))
    .where(and(eq(evidence.findingId, findingId), ne(evidence.kind, kind), eq(storedFile.sha256, sha256)))
    .limit(1);
  return rows.length > 0;
}
