import { FINDING_STATUSES, HISTORY_EVENTS, type HistoryEvent } from "@anji/findings";
import i18next from "i18next";
import { instantText } from "../../../../../formats/days.ts";
import { wanYuan } from "../../../../../formats/money.ts";
import type { TrailStep } from "../../../../../parts/Trail.tsx";
import type { Finding } from "../finding-types.ts";

type Step = Finding["events"][number];

/** The history as text. An entry of money says the amount, the channel and the voucher. */
export function trailSteps(finding: Pick<Finding, "settlements">, events: readonly Step[]): TrailStep[] {
  return events.map((step) => ({
    key: String(step.seq),
    what: i18next.t(`findingDetail.events.${eventName(step.event)}`),
    who: i18next.t("findingDetail.trail.line", {
      by: step.by,
      unit: step.unitName,
      at: instantText(step.at, i18next.language),
    }),
    documentNo: step.documentNo,
    remark: step.remark === "" ? null : step.remark,
    details: [...paid(finding, step), ...moved(step)],
  }));
}

function paid({ settlements }: Pick<Finding, "settlements">, step: Step): string[] {
  if (step.event !== "recordSettlement" && step.event !== "reverseSettlement") return [];
  return settlements
    .filter((one) => one.recordedAt === step.at)
    .map((one) =>
      i18next.t("findingDetail.trail.paid", {
        channel: i18next.t(`findingDetail.channels.${one.channel}`),
        amount: wanYuan(one.amountFen),
        voucherNo: one.voucherNo,
      }),
    );
}

function moved(step: Step): string[] {
  const from = FINDING_STATUSES.find((status) => status === step.from);
  const to = FINDING_STATUSES.find((status) => status === step.to);
  if (from === undefined || to === undefined || from === to) return [];
  return [
    i18next.t("findingDetail.trail.from", {
      from: i18next.t(`findings.statuses.${from}`),
      to: i18next.t(`findings.statuses.${to}`),
    }),
  ];
}

function eventName(event: string): HistoryEvent | "other" {
  return HISTORY_EVENTS.find((one) => one === event) ?? "other";
}
