import { isMonth } from "@anji/kernel";
import { reportLifecycle } from "@anji/reporting";
import { createRoute, lazyRouteComponent, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { monthText } from "../../formats/days.ts";
import { type Contribution, type CountProps, NOTHING } from "../../frame/contribution.ts";
import { frameRoute } from "../../frame/routes.ts";
import { within } from "../../frame/search-values.ts";
import { useMyWork } from "../../frame/use-my-work.ts";
import { reportsSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports",
    validateSearch: reportsSearch,
    component: lazyRouteComponent(() => import("./pages/ReportsPage.tsx"), "ReportsPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports/monthly/$reportId",
    component: lazyRouteComponent(() => import("./pages/ReportPage.tsx"), "MonthlyReportPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports/summaries/$summaryId",
    component: lazyRouteComponent(() => import("./pages/ReportPage.tsx"), "SummaryPage"),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/reports",
      label: "reports.title",
      startsGroup: true,
      isInMenu: false,
      isOfUse: () => true,
      Count: ReportCount,
    },
  ],
  work: {
    verbs: {
      [reportLifecycle.permissions.draft.key]: "reports.work.verbs.draft",
      [reportLifecycle.permissions.write.key]: "reports.work.verbs.write",
      [reportLifecycle.permissions.submit.key]: "reports.work.verbs.submit",
      [reportLifecycle.permissions.receive.key]: "reports.work.verbs.receive",
      [reportLifecycle.permissions.recordSending.key]: "reports.work.verbs.recordSending",
    },
    subjects: {
      // The title of a monthly report is its month; a summary has none.
      report: {
        title: ({ unitName, title }, { t, language }) =>
          isMonth(title)
            ? t("reports.monthly.name", { unit: unitName, month: monthText(title, language) })
            : t("reports.summaries.name", { unit: unitName }),
        number: ({ title }, { t }) =>
          isMonth(title) ? t("reports.work.monthlyNumber", { month: title }) : t("reports.work.summaryNumber"),
        // A report not yet drafted has no page; it is drafted from the table.
        place: ({ verb, subject, title }) => {
          const tab = isMonth(title) ? ("monthly" as const) : ("summaries" as const);
          if (verb === reportLifecycle.permissions.draft.key) return linkOptions({ to: "/reports", search: { tab } });
          return isMonth(title)
            ? linkOptions({ to: "/reports/monthly/$reportId", params: { reportId: subject.id } })
            : linkOptions({ to: "/reports/summaries/$summaryId", params: { summaryId: subject.id } });
        },
      },
    },
  },
  offenders: {
    subjects: {
      report: ({ id }, { t }) => ({
        text: t("reports.openSummary"),
        place: linkOptions({ to: "/reports/summaries/$summaryId", params: { summaryId: id } }),
      }),
    },
    gates: {
      "reporting.provinceReportSent": {
        text: "reports.place",
        place: () => linkOptions({ to: "/reports", search: { tab: "summaries" } }),
      },
      "reporting.citySummaries": {
        text: "reports.place",
        place: ({ unitCode }) => linkOptions({ to: "/reports", search: { ...within(unitCode), tab: "summaries" } }),
      },
    },
  },
  signals: [
    {
      topic: "reporting.report",
      queries: ["reporting.reports", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
    // The worker makes a report's files and reports its progress.
    { topic: "jobs.", queries: ["reporting.reports.get"], ofSubject: ["jobs"] },
  ],
};

function ReportCount({ show }: CountProps): ReactNode {
  return show(useMyWork().items.filter((item) => item.verb.startsWith("reporting.")).length);
}
