import { everyFinding, findingsPermissions } from "@anji/findings";
import { useQuery } from "@tanstack/react-query";
import { createRoute, lazyRouteComponent, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Contribution, type CountProps, NOTHING } from "../../frame/contribution.ts";
import { frameRoute } from "../../frame/routes.ts";
import { within } from "../../frame/search-values.ts";
import { useFrame } from "../../frame/use-frame.ts";
import { trpc } from "../../rpc/trpc.ts";
import * as zhCNOfOne from "./finding-words.zh-CN.ts";
import { rememberView } from "./last-view.ts";
import { findingsSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = {
  "zh-CN": { ...zhCN, ...zhCNOfOne },
  en: async () => ({ ...(await import("./words.en.ts")), ...(await import("./finding-words.en.ts")) }),
};

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings",
    validateSearch: findingsSearch,
    component: lazyRouteComponent(() => import("./pages/FindingsPage.tsx"), "FindingsPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/register",
    component: lazyRouteComponent(() => import("./pages/RegisterPage.tsx"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/$findingId",
    component: lazyRouteComponent(() => import("./pages/FindingPage.tsx"), "FindingPage"),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/findings",
      label: "findings.title",
      startsGroup: true,
      isInMenu: false,
      isOfUse: () => true,
      Count: LedgerCount,
    },
  ],
  work: {
    verbs: {
      [findingsPermissions.register.key]: "findings.work.verbs.register",
      [findingsPermissions.classify.key]: "findings.work.verbs.classify",
      [findingsPermissions.planRectification.key]: "findings.work.verbs.planRectification",
      [findingsPermissions.recordSettlement.key]: "findings.work.verbs.recordSettlement",
      [findingsPermissions.attachEvidence.key]: "findings.work.verbs.attachEvidence",
      [findingsPermissions.reportRectified.key]: "findings.work.verbs.reportRectified",
      [findingsPermissions.close.key]: "findings.work.verbs.close",
      [findingsPermissions.amend.key]: "findings.work.verbs.amend",
    },
    subjects: {
      finding: {
        title: ({ title }) => title,
        number: ({ number }) => number,
        place: ({ subject }) => linkOptions({ to: "/findings/$findingId", params: { findingId: subject.id } }),
      },
    },
  },
  offenders: {
    subjects: {
      finding: ({ id, number }) => ({
        text: number,
        place: linkOptions({ to: "/findings/$findingId", params: { findingId: id } }),
      }),
    },
    gates: {
      "findings.findingsClassified": {
        text: "findings.place",
        place: ({ unitCode }) =>
          linkOptions({ to: "/findings", search: { ...within(unitCode), statuses: ["registered"] } }),
      },
      "findings.findingsClosedOrPlanned": {
        text: "findings.place",
        place: ({ unitCode }) => linkOptions({ to: "/findings", search: { ...within(unitCode), due: "unplanned" } }),
      },
    },
  },
  onSignOut: () => rememberView({}),
  signals: [
    {
      topic: "findings.",
      queries: ["findings.list", "findings.sums", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: ["findings.get"],
    },
  ],
};

function LedgerCount({ show }: CountProps): ReactNode {
  const { campaign, unitCode } = useFrame();
  const sums = useQuery(
    trpc.findings.sums.queryOptions({ campaignId: campaign.id, filter: everyFinding(unitCode), groupBy: null }),
  );
  return show(sums.data?.total.count ?? null);
}
