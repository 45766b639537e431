export { findingsGateSource, openFindings } from "./gate-source.ts";
export { type FindingAct, type FindingDetail, getFinding } from "./get-finding.ts";
export { type FindingPage, listFindings } from "./list-findings.ts";
export { myFindingsWork } from "./my-work.ts";
export { type FindingSum, type FindingSums, sumFindings } from "./sum-findings.ts";
