import { type ActorCtx, perform } from "@anji/database";
import type { z } from "zod";
import type { completeCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import type { CheckAnswer } from "../queries/checks.ts";
import { CHECK_QUESTIONS } from "../spot-check.ts";
import { spotCheckScore } from "../tables.ts";
import { advanceCheck, roundAfter } from "./advance-check.ts";
import { recorded } from "./recorded.ts";

/** Records the five scores and the conclusion. 抽查的重点主要是自查自纠是否认真，存在的问题是否纠正… */
export async function completeCheck(ctx: ActorCtx, input: z.output<typeof completeCheckInput>): Promise<CheckAnswer> {
  return perform(ctx, { permission: inspectionPermissions.complete, input }, async (act) => {
    const before = await advanceCheck(act, {
      id: input.id,
      version: input.version,
      event: "complete",
      written: {
        completedOn: act.today,
        completedBy: act.actor.personId,
        completedByName: act.actor.name,
        conclusion: input.conclusion,
        remark: input.remark,
      },
    });
    const { id: checkId, regionPath } = before;
    const round = roundAfter(before, "complete");
    await act.tx
      .insert(spotCheckScore)
      .values(CHECK_QUESTIONS.map((question) => ({ checkId, round, question, ...input.scores[question], regionPath })));
    return recorded(act, { id: checkId, event: "complete", before, remark: input.remark });
  });
}
