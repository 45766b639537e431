import { campaignRoot } from "@anji/campaign/queries";
import { caseOf } from "@anji/database";
import { checkAnswer } from "../queries/spot-checks.ts";
import { spotCheckLifecycle } from "../spot-check.lifecycle.ts";
import { whyNot } from "../spot-check.ts";
import { spotCheck, spotCheckEvent } from "../tables.ts";

export const spotCheckCase = caseOf({
  lifecycle: spotCheckLifecycle,
  table: spotCheck,
  history: spotCheckEvent,
  topic: "inspection.spotCheckChanged",
  root: campaignRoot,
  subjectOf: (_, { before }) => before,
  whyNot,
  answerOf: checkAnswer,
});
