export { type AppRouter, appRouter } from "./router.ts";
export { ruleBook } from "./rule-book.ts";
