export { amounts } from "./tables/amounts.ts";
export { finding, findingLine } from "./tables/finding.ts";
export { numberSeries } from "./tables/records.ts";
export { findingsSchema } from "./tables/schema.ts";
export { amountChange, evidence, findingEvent, settlement } from "./tables/trail.ts";
