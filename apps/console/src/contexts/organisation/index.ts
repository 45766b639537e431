import { organisationPermissions } from "@anji/organisation";
import { linkOptions } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { lazily } from "../../frame/lazily.ts";
import { within } from "../../frame/search-values.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

/** Groups and plans are views of the phase page; the context has no page of its own. */
export const routes = [] as const;

export const contribution: Contribution = {
  ...NOTHING,
  work: {
    verbs: {
      [organisationPermissions.reviseImplementingPlan.key]: "plans.work.revise",
      [organisationPermissions.issueImplementingPlan.key]: "plans.work.issue",
      [organisationPermissions.receiveImplementingPlan.key]: "plans.work.receive",
      [organisationPermissions.acceptImplementingPlan.key]: "plans.work.accept",
    },
    subjects: {
      implementingPlan: {
        title: ({ title }) => title,
        number: ({ number }) => number,
        place: () => linkOptions({ to: "/phase", search: { view: "plans" } }),
      },
    },
  },
  offenders: {
    subjects: {
      memberDepartment: ({ number }) => ({
        text: number,
        place: linkOptions({ to: "/phase", search: { view: "groups" } }),
      }),
    },
    gates: {
      "organisation.provincialGroup": {
        text: "groups.place",
        place: () => linkOptions({ to: "/phase", search: { view: "groups" } }),
      },
      "organisation.provincialPlanReceived": {
        text: "groups.place",
        place: () => linkOptions({ to: "/phase", search: { view: "plans" } }),
      },
      "organisation.groupsAndImplementingPlans": {
        text: "groups.place",
        place: ({ reason, unitCode }) =>
          linkOptions({
            to: "/phase",
            search: {
              ...within(unitCode),
              view: reason?.startsWith("organisation.implementingPlan") === true ? "plans" : "groups",
            },
          }),
      },
    },
  },
  views: [
    {
      page: "/phase",
      key: "groups",
      label: "groups.view",
      isOfUse: () => true,
      View: lazily(() => import("./parts/GroupsView.tsx"), "GroupsView"),
    },
    {
      page: "/phase",
      key: "plans",
      label: "plans.view",
      isOfUse: () => true,
      View: lazily(() => import("./parts/PlansView.tsx"), "PlansView"),
    },
  ],
  signals: [
    {
      topic: "organisation.",
      queries: ["organisation", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
  ],
};
