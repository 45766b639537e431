import { campaignPermissions } from "@anji/campaign";
import { createRoute, lazyRouteComponent, linkOptions } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { lazily } from "../../frame/lazily.ts";
import { frameRoute } from "../../frame/routes.ts";
import { phaseSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/phase",
    validateSearch: phaseSearch,
    component: lazyRouteComponent(() => import("./pages/PhasePage.tsx"), "PhasePage"),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/phase",
      label: "phasePage.title",
      startsGroup: false,
      isInMenu: false,
      isOfUse: () => true,
      Count: null,
    },
  ],
  work: {
    verbs: {
      [campaignPermissions.approveWaiver.key]: "phasePage.work.verbs.approveWaiver",
      [campaignPermissions.acknowledgeWaiver.key]: "phasePage.work.verbs.acknowledgeWaiver",
      [campaignPermissions.requestWaiver.key]: "phasePage.work.verbs.requestWaiver",
      [campaignPermissions.advance.key]: "phasePage.work.verbs.advance",
    },
    subjects: {
      waiver: {
        title: ({ title }, { t }) => t("phasePage.work.waiver", { title }),
        number: ({ number }) => number,
        place: () => linkOptions({ to: "/phase", search: { view: "waivers" } }),
      },
      // Its id is the condition: the page shows there what is missing.
      delay: {
        title: ({ title }, { t }) => t("phasePage.work.delay", { title }),
        number: ({ number }) => number,
        place: ({ subject }) => linkOptions({ to: "/phase", search: { gate: subject.id } }),
      },
      campaign: {
        title: ({ title }, { t }) =>
          title === "ended"
            ? t("phasePage.work.close")
            : t("phasePage.work.advance", { phase: t(`phases.${enteredPhase(title)}`) }),
        number: ({ number }) => number,
        place: () => linkOptions({ to: "/phase" }),
      },
    },
  },
  views: [
    {
      page: "/system",
      key: "clock",
      label: "clock.view",
      isOfUse: ({ me }) => me.person.level === "province" && me.clock.isTraining,
      View: lazily(() => import("./parts/clock/ClockView.tsx"), "ClockView"),
    },
  ],
  signals: [
    {
      topic: "campaign.waiver",
      queries: ["campaign.waivers", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
    // Phase and day affect the acts and deadlines of every page.
    { topic: "campaign.created", queries: "whole", ofSubject: [] },
    { topic: "campaign.advanced", queries: "whole", ofSubject: [] },
    { topic: "campaign.clockMoved", queries: "whole", ofSubject: [] },
  ],
};

function enteredPhase(next: string): "selfCheck" | "acceptance" | "summary" | "ended" {
  return next === "selfCheck" || next === "acceptance" || next === "summary" ? next : "ended";
}
