import type { TFunction } from "i18next";
import type { WaiverCondition } from "./waiver.ts";

/** The share of a condition: units asked, how many may have a waiver, how many have one or asked for it. */
export function shareText(t: TFunction, { of, max, used }: WaiverCondition): string {
  return t("phasePage.waivers.share", { of, max, used });
}
