import type { Act } from "@anji/database";
import type { FindingChange } from "@anji/findings";
import type { HeldChange } from "@anji/findings/steps";
import { finding } from "@anji/findings/tables";
import { refuse } from "@anji/kernel";
import { and, eq, ne } from "drizzle-orm";

/** The doubled finding is another one of the campaign, in sight of the actor and itself still counted. */
export async function refuseNoOriginal(act: Act, { before }: HeldChange, change: FindingChange): Promise<void> {
  if (change.kind !== "withdrawDuplicate") return;
  const [original] = await act.tx
    .select({ id: finding.id })
    .from(finding)
    .where(
      and(
        eq(finding.id, change.duplicateOf),
        ne(finding.id, before.id),
        eq(finding.campaignId, before.campaignId),
        ne(finding.status, "withdrawn"),
        act.scope(finding.regionPath),
      ),
    );
  if (original !== undefined) return;
  const rule = "findings.originalUnknown";
  refuse({ code: "invalid", rule, fields: [{ path: "duplicateOf", rule, params: {} }] });
}
