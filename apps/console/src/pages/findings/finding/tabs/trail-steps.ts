import { FINDING_STATUSES, HISTORY_EVENTS, type HistoryEvent } from "@anji/findings";
import i18next from "i18next";
import { instantText } from "../../../../formats/days.ts";
import type { TrailStep } from "../../../../parts/Trail.tsx";
import type { Finding } from "../finding-types.ts";

type Step = Finding["events"][number];

export function trailSteps(events: readonly Step[]): TrailStep[] {
  return events.map((step) => ({
    key: String(step.seq),
    what: i18next.t(`findingDetail.events.${eventName(step.event)}`),
    who: i18next.t("findingDetail.trail.line", { by: step.by, unit: step.unitName, at: instantText(step.at, i18next.language) }),
    documentNo: step.documentNo,
    remark: step.remark === "" ? null : step.remark,
    details: moved(step),
  }));
}

function moved(step: Step): string[] {
  const from = FINDING_STATUSES.find((status) => status === step.from);
  const to = FINDING_STATUSES.find((status) => status === step.to);
  if (from === undefined || to === undefined || from === to) return [];
  return [i18next.t("findingDetail.trail.from", { from: i18next.t(`findings.statuses.${from}`), to: i18next.t(`findings.statuses.${to}`) })];
}

function eventName(event: string): HistoryEvent | "other" {
  return HISTORY_EVENTS.find((one) => one === event) ?? "other";
}
