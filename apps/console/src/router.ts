import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { z } from "zod";
import { FrameFailure } from "./frame/FrameFailure.tsx";
import { FrameLayout } from "./frame/FrameLayout.tsx";
import { NotFoundPage } from "./frame/NotFoundPage.tsx";
import {
  checksSearch,
  code,
  findingsSearch,
  phaseSearch,
  reportsSearch,
  systemSearch,
  workSearch,
} from "./pages/search-params.ts";
import { isNotSignedIn } from "./rpc/refusal.ts";
import { queryClient, trpc } from "./rpc/trpc.ts";

/** What every page keeps in its address: the campaign, and the unit the view is narrowed to. */
const frameSearch = z.object({ campaign: z.uuid().optional().catch(undefined), unit: code });

/** Where to go once signed in: a page of this console, never an address elsewhere such as "//elsewhere.example". */
const signInSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: FrameFailure });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: signInSearch.extend({ username: z.string().max(30).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./contexts/jurisdictions/pages/SignInPage.tsx"), "SignInPage"),
});

const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams(["campaign", "unit"])] },
  component: FrameLayout,
  beforeLoad: async ({ location }) => {
    const { person } = await whoIsSignedIn(location.href);
    if (person.owesPassword) throw redirect({ to: "/password", search: { to: location.href } });
  },
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/password",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./contexts/jurisdictions/pages/PasswordPage.tsx"), "PasswordPage"),
  beforeLoad: ({ location }) => whoIsSignedIn(location.href).then(() => undefined),
});

/** Asked before every page; whoever is not signed in goes there first and comes back. */
async function whoIsSignedIn(to: string) {
  try {
    return await queryClient.ensureQueryData(trpc.jurisdictions.me.queryOptions());
  } catch (error) {
    if (isNotSignedIn(error)) throw redirect({ to: "/sign-in", search: { to } });
    throw error;
  }
}

const pages = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/",
    validateSearch: workSearch,
    component: lazyRouteComponent(() => import("./contexts/work/pages/WorkPage.tsx"), "WorkPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/phase",
    validateSearch: phaseSearch,
    component: lazyRouteComponent(() => import("./contexts/campaign/pages/PhasePage.tsx"), "PhasePage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings",
    validateSearch: findingsSearch,
    component: lazyRouteComponent(() => import("./contexts/findings/pages/FindingsPage.tsx"), "FindingsPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/register",
    component: lazyRouteComponent(() => import("./contexts/findings/pages/RegisterPage.tsx"), "RegisterPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/import",
    validateSearch: z.object({ run: z.uuid().optional().catch(undefined) }),
    component: lazyRouteComponent(() => import("./contexts/ledger-sheet/pages/ImportPage.tsx"), "ImportPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/$findingId",
    component: lazyRouteComponent(() => import("./contexts/findings/pages/FindingPage.tsx"), "FindingPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/checks",
    validateSearch: checksSearch,
    component: lazyRouteComponent(() => import("./contexts/inspection/pages/ChecksPage.tsx"), "ChecksPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports",
    validateSearch: reportsSearch,
    component: lazyRouteComponent(() => import("./contexts/reporting/pages/ReportsPage.tsx"), "ReportsPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports/monthly/$reportId",
    component: lazyRouteComponent(
      () => import("./contexts/reporting/pages/MonthlyReportPage.tsx"),
      "MonthlyReportPage",
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/reports/summaries/$summaryId",
    component: lazyRouteComponent(() => import("./contexts/reporting/pages/SummaryPage.tsx"), "SummaryPage"),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/system",
    validateSearch: systemSearch,
    component: lazyRouteComponent(() => import("./contexts/jurisdictions/pages/SystemPage.tsx"), "SystemPage"),
  }),
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren([signInRoute, passwordRoute, frameRoute.addChildren(pages)]),
  defaultPreload: "intent",
  defaultErrorComponent: FrameFailure,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
