export { acknowledgeWaiver } from "./acknowledge-waiver.ts";
export { approveWaiver } from "./approve-waiver.ts";
export { advance } from "./advance.ts";
export { createCampaign } from "./create-campaign.ts";
export { moveClock } from "./move-clock.ts";
export { rejectWaiver } from "./reject-waiver.ts";
export { requestWaiver } from "./request-waiver.ts";
