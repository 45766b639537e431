import { kind as kindOf } from "@anji/campaign";
import { heldCampaign } from "@anji/campaign/queries";
import { together, verb } from "@anji/database";
import { unitInScope } from "@anji/jurisdictions/queries";
import { levelOfPath, refuseIf, RefusalError } from "@anji/kernel";
import type { z } from "zod";
import { factMistakes, invalid, type LineFacts } from "../finding.checks.ts";
import { registerInput } from "../finding.inputs.ts";
import { findingLifecycle } from "../finding.lifecycle.ts";
import { whyNotOrigin } from "../finding.policy.ts";
import { findingRow } from "../finding-rows.ts";
import { isLaterDiscovery } from "../later-discovery.ts";
import { insertFindings, type NewFinding } from "../new-finding.ts";
import { findingsPermissions } from "../permissions.ts";
import { holdSelfCheck, voidNilResult } from "../self-check-result.ts";

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
  const mistakes = factMistakes({ plan: campaign.plan, facts: { ...input, lines }, unitLevel, today: act.today });
  if (mistakes.length > 0) throw new RefusalError(invalid(mistakes));
  const written = {
    ...EMPTY,
    ...headOf(lines, input),
    unitCode: unit.code,
    regionPath: unit.regionPath,
    category: kindOf(campaign.plan, headOf(lines, input).kind)?.category ?? "",
    isLaterDiscovered: isLaterDiscovery(campaign.phase),
    lines: lines.map((line) => ({ ...line, settled: [] })),
  } satisfies NewFinding;
  // After the phase the signed result stands; what comes to light then is 后续发现.
  const makesNilUntrue = input.origin === "selfCheck" && campaign.phase === "selfCheck";
  if (makesNilUntrue) await holdSelfCheck(act, { campaignId: campaign.id, regionPath: unit.regionPath });
  const options = { campaignId: campaign.id, importId: null, beginning: "register", findings: [written] } as const;
  const [entered] = await insertFindings(act, options);
  if (entered === undefined) throw new Error("one finding was written");
  const { regionPath } = unit;
  if (makesNilUntrue) await voidNilResult(act, { campaignId: campaign.id, regionPath });
  act.signal({ topic: "findings.changed", subjectId: entered.id, regionPath, campaignId: campaign.id });
  const answer = await findingRow(act, entered.id);
  const subject = { subjectKind: "finding", subjectId: entered.id, regionPath, campaignId: campaign.id };
  return act.done({ ...subject, before: null, after: { ...input, ...answer }, answer });
});

function linesOf(input: Input): LineFacts[] {
  return input.lines ?? [{ fundLine: input.fundLine, kind: input.kind, foundFen: input.foundFen }];
}

/** The head shows the fund and kind of the first line. */
function headOf(lines: readonly LineFacts[], input: Input) {
  const { fundLine, kind } = lines[0] ?? input;
  return {
    fundLine,
    kind,
    origin: input.origin,
    summary: input.summary,
    description: input.description,
    occurrence: input.occurrence,
    discoveredOn: input.discoveredOn,
    responsibleUnit: input.responsibleUnit,
    responsibleLevel: input.responsibleLevel,
    responsiblePerson: input.responsiblePerson,
  };
}

/** What a person registering a finding is not asked for. */
const EMPTY = {
  project: null,
  noticeNo: null,
  auditedBody: null,
  basis: null,
  department: null,
  rectificationKind: null,
  measures: null,
  advice: null,
  means: [],
  dueOn: null,
  source: null,
  externalNo: null,
  demonstrationNote: null,
  remark: null,
  contentHash: null,
} as const;
