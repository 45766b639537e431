export { newContext } from "./new-context.ts";
export { newPage } from "./new-page.ts";
export { newVerb } from "./new-verb.ts";
