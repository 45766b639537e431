import { dueState, parseDay, type WorkItem } from "@anji/kernel";

export type WorkSummary = { readonly n: number; readonly overdue: number; readonly soon: number };

export function summaryOf(
  items: readonly Pick<WorkItem, "dueOn">[],
  clock: { today: string; soonDays: number },
): WorkSummary {
  const today = parseDay(clock.today);
  const states = items.map((item) => {
    const dueOn = item.dueOn === null ? null : parseDay(item.dueOn);
    return dueOn === null || today === null ? "normal" : dueState({ dueOn, today, soonDays: clock.soonDays }).state;
  });
  return {
    n: items.length,
    overdue: states.filter((state) => state === "overdue").length,
    soon: states.filter((state) => state === "soon").length,
  };
}
