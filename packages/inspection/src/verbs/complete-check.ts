import { verb } from "@anji/database";
import { completeCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { CHECK_QUESTIONS } from "../spot-check.ts";
import { spotCheckScore } from "../tables.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Records the five scores and the conclusion. 抽查的重点主要是自查自纠是否认真，存在的问题是否纠正… */
export const completeCheck = verb(
  { permission: inspectionPermissions.complete, input: completeCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "complete" });
    const { id: checkId, regionPath, round: lastRound } = held.before;
    const round = lastRound + 1;
    await act.tx
      .insert(spotCheckScore)
      .values(CHECK_QUESTIONS.map((question) => ({ checkId, round, question, ...input.scores[question], regionPath })));
    const { conclusion, remark } = input;
    const completed = { completedOn: act.today, completedBy: act.actor.personId, completedByName: act.actor.name };
    return spotCheckCase.move(act, held, { set: { ...completed, conclusion, remark, round }, remark });
  },
);
