export { type SpotCheckAnswer, type SpotCheckDetail, getSpotCheck, listSpotChecks } from "./spot-checks.ts";
export { coverage, type CoverageAnswer } from "./coverage.ts";
export { listInspectors } from "./inspectors.ts";
export { inspectionGateSource } from "./gate-source.ts";
export { myInspectionWork } from "./my-work.ts";
