import { campaignRoot } from "@anji/campaign/queries";
import { type Act, caseOf, type HeldCase } from "@anji/database";
import { eq } from "drizzle-orm";
import type { CampaignRow } from "@anji/campaign/queries";
import { findingRow } from "../finding-rows.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import { needsReferral, requiredEvidence, whyNot } from "../finding.policy.ts";
import type { FindingFacts } from "../finding.ts";
import { evidence, finding, findingEvent, findingLine } from "../tables.ts";

type Held = HeldCase<typeof finding, CampaignRow, (typeof findingLifecycle.events)[number]>;

export const findingCase = caseOf({
  lifecycle: findingLifecycle,
  table: finding,
  history: findingEvent,
  topic: "findings.changed",
  root: campaignRoot,
  subjectOf: factsOf,
  whyNot,
  answerOf: findingRow,
});

/** The facts the policy looks at; missing documents are read only for acts that need them. */
async function factsOf(act: Act, { before, campaign, event }: Held): Promise<FindingFacts> {
  if (event !== "reportRectified" && event !== "close") return { ...before, missingEvidence: [], needsReferral: false };
  const lines = await act.tx
    .select({ kind: findingLine.kind })
    .from(findingLine)
    .where(eq(findingLine.findingId, before.id));
  const present = await act.tx.select({ kind: evidence.kind }).from(evidence).where(eq(evidence.findingId, before.id));
  const kinds = lines.map((line) => line.kind);
  const attached = present.map((one) => one.kind);
  const missing = requiredEvidence(campaign.plan, kinds).filter((one) => !attached.includes(one.kind));
  return {
    ...before,
    missingEvidence: missing.map((one) => one.name),
    needsReferral: needsReferral(campaign.plan, { nature: before.nature, kinds }),
  };
}
