import type { Act } from "@anji/database";
import { refuse } from "@anji/kernel";

/** A day of a document is neither in the future nor before the day it could be made. Refused at its field. */
export function refuseDayOutside(
  act: Pick<Act, "today">,
  { path, day, from }: { path: string; day: string; from: string },
): void {
  if (day > act.today) {
    const params = { today: act.today };
    const fields = [{ path, rule: "organisation.dayInFuture", params }];
    refuse({ code: "invalid", rule: "organisation.dayInFuture", params, fields });
  }
  if (day >= from) return;
  const params = { from };
  const fields = [{ path, rule: "organisation.dayTooEarly", params }];
  refuse({ code: "invalid", rule: "organisation.dayTooEarly", params, fields });
}
