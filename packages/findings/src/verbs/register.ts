import { kind as kindOf } from "@anji/campaign";
import { heldCampaign } from "@anji/campaign/queries";
import { together, verb } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { levelOfPath, refuseIf, invalid } from "@anji/kernel";
import type { z } from "zod";
import { factMistakes, type LineFacts } from "../finding.checks.ts";
import { registerInput } from "../finding.inputs.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import { whyNotOrigin, whyNotRaised } from "../finding.policy.ts";
import { findingRow } from "../finding-rows.ts";
import { isLaterDiscovery } from "../later-discovery.ts";
import { insertFindings, type NewFinding } from "../new-finding.ts";
import { findingsPermissions } from "../permissions.ts";

type Input = z.output<typeof registerInput>;

/** Enters a finding in the ledger. 对以前检查、审计发现的问题分类梳理……认真排查新的问题 */
export const register = verb({ permission: findingsPermissions.register, input: registerInput }, async (act, input) => {
  const [unit, campaign] = await together(
    () => unitInScope(act, input.unitCode),
    () => heldCampaign(act, input.campaignId),
  );
  refuseIf(findingLifecycle.whyNotPhase("register", campaign) ?? whyNotOrigin(input.origin, act.actor));
  const lines = linesOf(input);
  const unitLevel = levelOfPath(unit.regionPath);
  const { plan } = campaign;
  const occupier = input.occupier ?? null;
  const raised = whyNotRaised({ wanted: input.responsibleLevel, present: null, actor: act.actor });
  const mistakes = factMistakes({ plan, facts: { ...input, lines, occupier }, unitLevel, today: act.today });
  refuseIf(invalid([...mistakes, ...(raised === null ? [] : [raised])]));
  const { fundLine, kind } = lines[0] ?? input;
  const written = {
    ...input,
    occupier,
    fundLine,
    kind,
    category: kindOf(plan, kind)?.category ?? "",
    regionPath: unit.regionPath,
    isLaterDiscovered: isLaterDiscovery(campaign.phase),
    means: [],
    lines: lines.map((line) => ({ ...line, settled: [] })),
  } satisfies NewFinding;
  const { regionPath } = unit;
  const options = { campaignId: campaign.id, importId: null, beginning: "register", findings: [written] } as const;
  const [entered] = await insertFindings(act, options);
  if (entered === undefined) throw new Error("one finding was written");
  const answer = await findingRow(act, entered.id);
  act.signal({ topic: "findings.changed", subjectId: entered.id, regionPath });
  const subject = { subjectKind: "finding", subjectId: entered.id, regionPath, campaignId: campaign.id };
  return act.done({ ...subject, before: null, after: { ...input, ...answer }, answer });
});

/** The head shows the fund and kind of the first. */
function linesOf(input: Input): LineFacts[] {
  return input.lines ?? [{ fundLine: input.fundLine, kind: input.kind, foundFen: input.foundFen }];
}
