import type { WorkItem } from "@anji/kernel";
import { dayText } from "../../../formats/days.ts";
import type { Speaker } from "../../../frame/contribution.ts";

/** The last remark on a matter, quoted, with its author and day where they are known. */
export function remarkText({ by, on, text }: NonNullable<WorkItem["lastRemark"]>, { t, language }: Speaker): string {
  if (by === "") return t("gates.quoted", { clause: text });
  return t("work.quoted", { by, on: dayText(on.slice(0, 10), language), text });
}
