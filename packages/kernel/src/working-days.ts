import { type DayOffNotice, dayOffNotices } from "./calendar/day-off-notices.ts";
import { addDays, daysBetween, knownDay, weekday, type Day } from "./day.ts";

export type Deadline = {
  readonly on: Day;
  /** The count includes days without a known notice: show the day as 暂定. */
  readonly isProvisional: boolean;
};

export type WorkCalendar = {
  readonly isWorkingDay: (on: Day) => boolean;
  readonly isKnown: (on: Day) => boolean;
  readonly deadline: (start: Day, workingDays: number) => Deadline;
};

export const DUE_STATES = ["normal", "soon", "overdue"] as const;
export type DueState = (typeof DUE_STATES)[number];

const LONGEST_COUNT = 1000;
// A notice for New Year has moved days as early as 29 December (2008, 2019).
const NEXT_NOTICE_FROM = "12-29";

export function workCalendar(notices: readonly DayOffNotice[]): WorkCalendar {
  const exceptions = new Map<Day, boolean>();
  for (const { off, work } of notices.flatMap((notice) => notice.days)) {
    for (const on of off.flatMap(daysOfSpan)) exceptions.set(on, false);
    for (const on of work.flatMap(daysOfSpan)) exceptions.set(on, true);
  }
  const years = new Set(notices.map((notice) => notice.year));

  function isWorked(on: Day): boolean {
    return exceptions.get(on) ?? weekday(on) <= 5;
  }

  function isKnown(on: Day): boolean {
    const year = Number(on.slice(0, 4));
    return years.has(year) && (on.slice(5) < NEXT_NOTICE_FROM || years.has(year + 1));
  }

  function count(start: Day, workingDays: number): Deadline {
    if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > LONGEST_COUNT) {
      throw new RangeError(`not a count of working days: ${workingDays}`);
    }
    let on = start;
    let isProvisional = false;
    for (let left = workingDays; left > 0;) {
      on = addDays(on, 1);
      if (!isKnown(on)) isProvisional = true;
      if (isWorked(on)) left -= 1;
    }
    return { on, isProvisional };
  }

  return { isWorkingDay: isWorked, isKnown, deadline: count };
}

/** The calendar of the notices the product knows. */
export const chinaCalendar = workCalendar(dayOffNotices);

/** The n-th working day after `start`, which is itself not counted. */
export function deadline(start: Day, workingDays: number): Deadline {
  return chinaCalendar.deadline(start, workingDays);
}

export function isWorkingDay(on: Day): boolean {
  return chinaCalendar.isWorkingDay(on);
}

/** 正常, 临期 or 超期; `days` are left until the due day, negative after it. */
export function dueState(options: { dueOn: Day; today: Day; soonDays: number }): { state: DueState; days: number } {
  const days = daysBetween(options.today, options.dueOn);
  return { state: days < 0 ? "overdue" : days <= options.soonDays ? "soon" : "normal", days };
}

function daysOfSpan(span: string): Day[] {
  const [first = "", last = first] = span.split("..");
  const start = knownDay(first);
  return Array.from({ length: daysBetween(start, knownDay(last)) + 1 }, (_, count) => addDays(start, count));
}
