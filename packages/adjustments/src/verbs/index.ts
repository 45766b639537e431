export { acknowledgeAdjustment } from "./acknowledge-adjustment.ts";
export { declineAdjustment } from "./decline-adjustment.ts";
export { grantAdjustment } from "./grant-adjustment.ts";
export { requestAdjustment } from "./request-adjustment.ts";
export { retractAdjustment } from "./retract-adjustment.ts";
