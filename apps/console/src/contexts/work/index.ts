import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Contribution, type CountProps, NOTHING } from "../../frame/contribution.ts";
import { frameRoute } from "../../frame/routes.ts";
import { useMyWork } from "../../frame/use-my-work.ts";
import { workSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/",
    validateSearch: workSearch,
    component: lazyRouteComponent(() => import("./pages/WorkPage.tsx"), "WorkPage"),
  }),
] as const;

/** 工作台: what waits for the person, from every context. It is a context with a page and without a room. */
export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/",
      label: "work.title",
      startsGroup: false,
      isInMenu: false,
      isOfUse: () => true,
      Count: WorkCount,
    },
  ],
};

function WorkCount({ show }: CountProps): ReactNode {
  return show(useMyWork().items.length);
}
