import { inspectionPermissions } from "@anji/inspection";
import { createRoute, lazyRouteComponent, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Contribution, type CountProps, type GatePlace, NOTHING } from "../../frame/contribution.ts";
import { frameRoute } from "../../frame/routes.ts";
import { within } from "../../frame/search-values.ts";
import { useMyWork } from "../../frame/use-my-work.ts";
import { checksSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/checks",
    validateSearch: checksSearch,
    component: lazyRouteComponent(() => import("./pages/ChecksPage.tsx"), "ChecksPage"),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/checks",
      label: "checks.title",
      startsGroup: false,
      isInMenu: false,
      isOfUse: () => true,
      Count: CheckCount,
    },
  ],
  work: {
    verbs: {
      [inspectionPermissions.schedule.key]: "checks.work.verbs.schedule",
      [inspectionPermissions.begin.key]: "checks.work.verbs.begin",
      [inspectionPermissions.complete.key]: "checks.work.verbs.complete",
      [inspectionPermissions.countersign.key]: "checks.work.verbs.countersign",
    },
    subjects: {
      spotCheck: {
        title: ({ unitName, title }, { t }) => t("checks.work.spotCheck", { unit: unitName, inspectors: title }),
        number: ({ number }) => number,
        place: ({ subject }) => linkOptions({ to: "/checks", search: { open: subject.id } }),
      },
    },
  },
  offenders: {
    subjects: {
      spotCheck: ({ id, number }) => ({ text: number, place: linkOptions({ to: "/checks", search: { open: id } }) }),
    },
    gates: {
      "inspection.cityFloor": checksOf("city"),
      "inspection.provinceFloor": checksOf("province"),
      "inspection.conclusionsFollowed": {
        text: "checks.place",
        place: ({ unitCode }) => linkOptions({ to: "/checks", search: within(unitCode) }),
      },
    },
  },
  signals: [
    {
      topic: "inspection.",
      queries: ["inspection", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
  ],
};

function checksOf(level: "city" | "province"): GatePlace {
  return {
    text: "checks.place",
    place: ({ unitCode }) => linkOptions({ to: "/checks", search: { ...within(unitCode), level } }),
  };
}

function CheckCount({ show }: CountProps): ReactNode {
  return show(useMyWork().items.filter((item) => item.verb.startsWith("inspection.")).length);
}
