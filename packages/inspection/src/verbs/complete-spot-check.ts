import { verb } from "@anji/database";
import { completeSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { SPOT_CHECK_QUESTIONS } from "../spot-check.ts";
import { spotCheckScore } from "../tables.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Records the five scores and the conclusion. 抽查的重点主要是自查自纠是否认真，存在的问题是否纠正… */
export const completeSpotCheck = verb(
  { permission: inspectionPermissions.complete, input: completeSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "complete" });
    const { id: spotCheckId, regionPath, round: lastRound } = held.before;
    const round = lastRound + 1;
    await act.tx.insert(spotCheckScore).values(
      SPOT_CHECK_QUESTIONS.map((question) => ({
        spotCheckId,
        round,
        question,
        ...input.scores[question],
        regionPath,
      })),
    );
    const { conclusion, remark } = input;
    const completed = { completedOn: act.today, completedBy: act.actor.personId, completedByName: act.actor.name };
    return spotCheckCase.move(act, held, { set: { ...completed, conclusion, remark, round }, remark });
  },
);
