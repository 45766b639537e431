import { router, signalsRouter } from "@anji/rpc";
import { contributed } from "./collected.ts";
import { contexts } from "./contexts.ts";

type Contexts = typeof contexts;
type Routers = {
  [Name in keyof Contexts as Contexts[Name] extends { router: unknown } ? Name : never]: Contexts[Name] extends {
    router: (given: typeof contributed) => infer Router;
  }
    ? Router
    : never;
};

/** The router of every context that has one, under the name of the context. */
function contextRouters(): Routers {
  const made = Object.entries(contexts).flatMap(([name, context]) =>
    "router" in context ? [[name, context.router(contributed)] as const] : [],
  );
  // An object made from entries loses the type of each router.
  return Object.fromEntries(made) as Routers;
}

/** Every procedure of the product, under the name of the context that owns it. */
export const appRouter = router({
  ...contextRouters(),
  // Generic over the kinds of job, which an inferred return type would widen to any text.
  jobs: contexts.jobs.router(contributed),
  signals: signalsRouter,
});

export type AppRouter = typeof appRouter;
