import { createRouter } from "@tanstack/react-router";
import { CONTEXTS, UNFRAMED_ROUTES } from "./contexts.ts";
import { FrameFailure } from "./frame/FrameFailure.tsx";
import { FrameLayout } from "./frame/FrameLayout.tsx";
import { NotFoundPage } from "./frame/NotFoundPage.tsx";
import { frameRoute, rootRoute } from "./frame/routes.ts";
import { partsRoute } from "./stories/route.ts";

rootRoute.update({ notFoundComponent: NotFoundPage, errorComponent: FrameFailure });
frameRoute.update({ component: FrameLayout });

type RoutesOf<Contexts> = Contexts extends readonly [{ routes: infer First extends readonly unknown[] }, ...infer Rest]
  ? [...First, ...RoutesOf<Rest>]
  : [];

// `flatMap` loses the types of the routes; this tuple gives the types of all addresses.
const pages = CONTEXTS.flatMap<unknown>(({ routes }) => routes) as RoutesOf<typeof CONTEXTS>;

// The shipped console has no page of parts: a production build drops it with everything it imports.
const inDevelopment = import.meta.env.MODE === "production" ? [] : [partsRoute()];

export const router = createRouter({
  routeTree: rootRoute.addChildren([...UNFRAMED_ROUTES, frameRoute.addChildren(pages), ...inDevelopment]),
  defaultPreload: "intent",
  defaultErrorComponent: FrameFailure,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
