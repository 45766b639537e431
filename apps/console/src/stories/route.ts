import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "../frame/routes.ts";
import { text } from "../frame/search-values.ts";

const NAME_CHARACTERS = 40;

/**
 * The parts alone, outside the frame and without a server. A function makes it, so a build that never calls it drops
 * it.
 */
export function partsRoute() {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: "/parts",
    validateSearch: z.object({ part: text(NAME_CHARACTERS), state: text(NAME_CHARACTERS) }),
    component: lazyRouteComponent(() => import("./PartsPage.tsx"), "PartsPage"),
  });
}
