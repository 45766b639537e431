export {
  contributed,
  guardingSql,
  type JobKind,
  lifecycles,
  ruleBook,
  subjectKinds,
  tablePolicies,
} from "./collected.ts";
export { contexts } from "./contexts.ts";
export { type AppRouter, appRouter } from "./router.ts";
