export { type CheckAnswer, type CheckDetail, getCheck, listChecks } from "./checks.ts";
export { coverage, type CoverageAnswer } from "./coverage.ts";
export { inspectionGateSource } from "./gate-source.ts";
export { myInspectionWork } from "./my-work.ts";
