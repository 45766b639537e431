import type { Act } from "@anji/database";
import { refuseAt } from "@anji/kernel";

/** A day of a document is neither in the future nor before the day it could be made. Refused at its field. */
export function refuseDayOutside(
  act: Pick<Act, "today">,
  { path, day, from }: { path: string; day: string; from: string },
): void {
  if (day > act.today) refuseAt(path, "organisation.dayInFuture", { today: act.today });
  if (day < from) refuseAt(path, "organisation.dayTooEarly", { from });
}
