export type { FindingRecord } from "../finding-rows.ts";
export { isLaterDiscovery } from "../later-discovery.ts";
export { insertFindings, type NewFinding } from "../new-finding.ts";
export { adjustFinding, type HeldChange, holdChange } from "./adjust-finding.ts";
export { afterCursor, cursorOf, ordering } from "../queries/cursor.ts";
export { type Conditions, conditionsOf, headWithLine } from "../queries/finding-filter.ts";
export { type FoundFinding, matchFindings, type NamedFinding } from "./match-findings.ts";
export { type RestatedAmounts, type RestatedFacts, restateFinding } from "./restate-finding.ts";
