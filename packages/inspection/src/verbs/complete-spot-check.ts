import { type CampaignPlan, SPOT_CHECK_QUESTIONS, type SpotCheckQuestion } from "@anji/campaign";
import { verb } from "@anji/database";
import { type Day, type FieldMistake, refuseIf, type Refusal, invalid, at } from "@anji/kernel";
import type { z } from "zod";
import { conclusionsFitting, marksTotal } from "../conclusions.ts";
import { completeSpotCheckInput } from "../inputs.ts";
import { inspectionPermissions } from "../permissions.ts";
import { spotCheckScore } from "../tables.ts";
import { spotCheckCase } from "./spot-check-case.ts";

/** Records the marks and the conclusion. 抽查的重点主要是自查自纠是否认真，存在的问题是否纠正… */
export const completeSpotCheck = verb(
  { permission: inspectionPermissions.complete, input: completeSpotCheckInput },
  async (act, input) => {
    const held = await spotCheckCase.hold(act, { ...input, event: "complete" });
    const { id: spotCheckId, regionPath, round: lastRound, begunOn } = held.before;
    refuseIf(whyNotResult(held.campaign.plan, input, { from: begunOn ?? act.today, to: act.today }));
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
    const { conclusion, remark, visitedOn } = input;
    const completed = { completedOn: act.today, completedBy: act.actor.personId, completedByName: act.actor.name };
    return spotCheckCase.move(act, held, { set: { ...completed, visitedOn, conclusion, remark, round }, remark });
  },
);

type Result = z.output<typeof completeSpotCheckInput>;

/** Every mistake of a result at its field: marks, what was seen, days on site, and a conclusion that fits the marks. */
function whyNotResult(plan: CampaignPlan, result: Result, onSite: { from: string; to: Day }): Refusal | null {
  const total = marksTotal(result.scores);
  return invalid([
    ...SPOT_CHECK_QUESTIONS.flatMap((question, place) =>
      answerMistakes(plan, { question, earlier: SPOT_CHECK_QUESTIONS.slice(0, place), scores: result.scores }),
    ),
    ...result.visitedOn.flatMap((day, place) =>
      day >= onSite.from && day <= onSite.to ? [] : [at(`visitedOn.${place}`, "inspection.visitedOutside", onSite)],
    ),
    ...(conclusionsFitting(plan, total).includes(result.conclusion)
      ? []
      : [at("conclusion", "inspection.conclusionUnfit", { total })]),
  ]);
}

const LETTERS = /[\p{L}\p{N}]/gu;

type Asked = {
  question: SpotCheckQuestion;
  earlier: readonly SpotCheckQuestion[];
  scores: Result["scores"];
};

function answerMistakes({ spotChecks }: CampaignPlan, { question, earlier, scores }: Asked): FieldMistake[] {
  const { score, remark } = scores[question];
  const full = spotChecks.fullMarks[question];
  const minimum = spotChecks.answerCharactersMin;
  const isCopied = earlier.some((one) => scores[one].remark === remark);
  const path = `scores.${question}`;
  return [
    ...(score > full ? [{ path: `${path}.score`, rule: "inspection.scoreAboveFull", params: { full } }] : []),
    ...((remark.match(LETTERS) ?? []).length < minimum
      ? [{ path: `${path}.remark`, rule: "inspection.answerShort", params: { minimum } }]
      : isCopied
        ? [{ path: `${path}.remark`, rule: "inspection.answerCopied", params: {} }]
        : []),
  ];
}
