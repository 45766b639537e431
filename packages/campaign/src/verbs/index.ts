export { advance } from "./advance.ts";
export { createCampaign } from "./create-campaign.ts";
export { moveClock } from "./move-clock.ts";
export { approveWaiver, rejectWaiver, requestWaiver } from "./waivers.ts";
