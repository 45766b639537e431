export { contributed } from "./contributed.ts";
export { type AppRouter, appRouter } from "./router.ts";
export { ruleBook } from "./rule-book.ts";
