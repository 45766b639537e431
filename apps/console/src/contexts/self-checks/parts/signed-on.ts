import { dayOf } from "@anji/kernel";
import { dayText } from "../../../formats/days.ts";

/** The day of a signature, in Chinese form. */
export function dayOfInstant(instant: string): string {
  return dayText(dayOf(new Date(instant)), "zh-CN");
}
