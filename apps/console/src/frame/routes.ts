import { createRootRoute, createRoute, redirect, retainSearchParams } from "@tanstack/react-router";
import { z } from "zod";
import { code } from "./search-values.ts";
import { whoIsSignedIn } from "./who-is-signed-in.ts";

/** What every page keeps in its address: the campaign, and the unit the view is narrowed to. */
const frameSearch = z.object({ campaign: z.uuid().optional().catch(undefined), unit: code });

/** Addresses only. The router gives the components, so a context can name its addresses without them. */
export const rootRoute = createRootRoute();

/** Everything a signed-in person sees. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams(["campaign", "unit"])] },
  beforeLoad: async ({ location }) => {
    const { person } = await whoIsSignedIn(location.href);
    if (person.owesPassword) throw redirect({ to: "/password", search: { to: location.href } });
  },
});
