import { reportingPermissions } from "@anji/reporting";
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
    component: lazyRouteComponent(() => import("./pages/MonthlyReportPage.tsx"), "MonthlyReportPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports/summaries/$summaryId",
    component: lazyRouteComponent(() => import("./pages/SummaryPage.tsx"), "SummaryPage"),
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
      [reportingPermissions.draftMonthly.key]: "reports.work.verbs.draft",
      [reportingPermissions.submitMonthly.key]: "reports.work.verbs.submit",
      [reportingPermissions.acceptMonthly.key]: "reports.work.verbs.accept",
      [reportingPermissions.draftSummary.key]: "reports.work.verbs.draft",
      [reportingPermissions.submitSummary.key]: "reports.work.verbs.submit",
      [reportingPermissions.acceptSummary.key]: "reports.work.verbs.accept",
    },
    subjects: {
      monthlyReport: {
        title: ({ unitName, title }, { t, language }) =>
          t("reports.monthly.name", { unit: unitName, month: monthText(title, language) }),
        number: ({ title }, { t }) => t("reports.work.monthlyNumber", { month: title }),
        // A report not yet drafted has no page: it is begun from the table.
        place: ({ verb, subject }) =>
          verb === reportingPermissions.draftMonthly.key
            ? linkOptions({ to: "/reports", search: { tab: "monthly" } })
            : linkOptions({ to: "/reports/monthly/$reportId", params: { reportId: subject.id } }),
      },
      summaryReport: {
        title: ({ unitName }, { t }) => t("reports.summaries.name", { unit: unitName }),
        number: (_, { t }) => t("reports.work.summaryNumber"),
        place: ({ verb, subject }) =>
          verb === reportingPermissions.draftSummary.key
            ? linkOptions({ to: "/reports", search: { tab: "summaries" } })
            : linkOptions({ to: "/reports/summaries/$summaryId", params: { summaryId: subject.id } }),
      },
    },
  },
  offenders: {
    subjects: {
      summaryReport: ({ id }, { t }) => ({
        text: t("reports.openSummary"),
        place: linkOptions({ to: "/reports/summaries/$summaryId", params: { summaryId: id } }),
      }),
    },
    gates: {
      "campaign.citySummaries": {
        text: "reports.place",
        place: ({ unitCode }) => linkOptions({ to: "/reports", search: { ...within(unitCode), tab: "summaries" } }),
      },
    },
  },
  signals: [
    { topic: "reporting.monthly", queries: ["reporting.monthly", "campaign.work"], ofSubject: [] },
    {
      topic: "reporting.summary",
      queries: ["reporting.summaries", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
    // The worker makes a report's files and says how far it is.
    { topic: "jobs.", queries: ["reporting.monthly.get", "reporting.summaries.get"], ofSubject: ["jobs"] },
  ],
};

function ReportCount({ show }: CountProps): ReactNode {
  return show(useMyWork().items.filter((item) => item.verb.startsWith("reporting.")).length);
}
