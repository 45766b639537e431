import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { frameRoute, rootRoute } from "../../frame/routes.ts";
import { whoIsSignedIn } from "../../frame/who-is-signed-in.ts";
import { passwordSearch, signInSearch, systemSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/system",
    validateSearch: systemSearch,
    component: lazyRouteComponent(() => import("./pages/SystemPage.tsx"), "SystemPage"),
  }),
] as const;

/** Pages outside the frame, for a visitor who is not signed in or must change the password. */
export const unframedRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in",
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import("./pages/SignInPage.tsx"), "SignInPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/password",
    validateSearch: passwordSearch,
    component: lazyRouteComponent(() => import("./pages/PasswordPage.tsx"), "PasswordPage"),
    beforeLoad: ({ location }) => whoIsSignedIn(location.href).then(() => undefined),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  navigation: [
    {
      to: "/system",
      label: "system.title",
      startsGroup: true,
      isInMenu: true,
      isOfUse: ({ person }) => person.roles.includes("administrator"),
      Count: null,
    },
  ],
  signals: [
    { topic: "jurisdictions.person", queries: ["jurisdictions.people", "jurisdictions.me"], ofSubject: [] },
    { topic: "jurisdictions.unit", queries: "whole", ofSubject: [] },
  ],
};
