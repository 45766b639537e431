export { beginCheck } from "./begin-check.ts";
export { cancelCheck } from "./cancel-check.ts";
export { completeCheck } from "./complete-check.ts";
export { countersignCheck } from "./countersign-check.ts";
export { planCheck } from "./plan-check.ts";
export { returnCheck } from "./return-check.ts";
