import { verb } from "@anji/database";
import { clockSetting } from "@anji/database/tables";
import { daysBetween, refuse } from "@anji/kernel";
import { eq, sql } from "drizzle-orm";
import { moveClockInput } from "../inputs.ts";
import { campaignPermissions } from "../permissions.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Moves the clock of a training installation to another day; a real one refuses. */
export const moveClock = verb(
  { permission: campaignPermissions.moveClock, input: moveClockInput },
  async (act, input) => {
    const [setting] = await act.tx.select().from(clockSetting).for("update");
    if (setting?.isTraining !== true) return refuse({ code: "precondition", rule: "campaign.notTraining" });
    const days = daysBetween(act.today, input.to);
    await act.tx
      .update(clockSetting)
      .set({ shiftMs: sql`${clockSetting.shiftMs} + ${days * DAY_MS}` })
      .where(eq(clockSetting.id, setting.id));
    const regionPath = act.actor.path;
    act.signal({ topic: "campaign.clockMoved", subjectId: "clock", regionPath });
    const answer = { today: input.to };
    return act.done({
      subjectKind: "clock",
      subjectId: "clock",
      regionPath,
      campaignId: null,
      before: { today: act.today },
      after: answer,
      answer,
    });
  },
);
