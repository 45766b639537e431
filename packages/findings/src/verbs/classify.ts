import { type ActorCtx, perform } from "@anji/database";
import { levelOfPath, refuseIf } from "@anji/kernel";
import type { z } from "zod";
import { at, invalid } from "../finding.checks.ts";
import type { FindingRow } from "../finding.ts";
import type { classifyInput } from "../finding.inputs.ts";
import { advance } from "../finding.machine.ts";
import { rank, whyNot } from "../finding.policy.ts";
import { factsOf, holdFinding, recordAct, writeFinding } from "../held-finding.ts";
import { findingsPermissions } from "../permissions.ts";

/** 定性. 根据发生时间、性质和责任提出处理意见，采取经济、行政、法律手段 */
export async function classify(ctx: ActorCtx, input: z.output<typeof classifyInput>): Promise<FindingRow> {
  return perform<FindingRow>(ctx, { permission: findingsPermissions.classify, input }, async (act) => {
    const held = await holdFinding(act, input);
    const { before, campaign } = held;
    refuseIf(whyNot({ finding: factsOf(before), event: "classify", actor: act.actor, campaign }));
    if (rank(input.responsibleLevel) < rank(levelOfPath(before.regionPath))) {
      refuseIf(invalid([at("responsibleLevel", "findings.responsibleLevelUnit")]));
    }
    const to = advance(before.status, "classify");
    const changed = {
      nature: input.nature,
      responsibleUnit: input.responsibleUnit,
      responsibleLevel: input.responsibleLevel,
      responsiblePerson: input.responsiblePerson,
      handlingOpinion: input.handlingOpinion,
      means: input.means,
    };
    await writeFinding(act, held, { ...changed, status: to });
    return recordAct(act, held, { event: "classify", to, remark: input.handlingOpinion, changed });
  });
}
