export { declarationMatrix } from "./declaration-matrix.ts";
export { selfChecksGateSource, selfCheckCompleteness } from "./gate-source.ts";
export { mySelfChecksWork } from "./my-work.ts";
export { listSelfChecks } from "./self-checks.ts";
