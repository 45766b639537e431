export { beginSpotCheck } from "./begin-spot-check.ts";
export { cancelSpotCheck } from "./cancel-spot-check.ts";
export { completeSpotCheck } from "./complete-spot-check.ts";
export { countersignSpotCheck } from "./countersign-spot-check.ts";
export { scheduleSpotCheck } from "./schedule-spot-check.ts";
export { returnSpotCheck } from "./return-spot-check.ts";
