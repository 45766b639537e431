export { advance } from "./advance.ts";
export { createCampaign } from "./create-campaign.ts";
export { filePlan } from "./file-plan.ts";
export { revisePlan } from "./revise-plan.ts";
export { moveClock } from "./move-clock.ts";
export { approveWaiver, rejectWaiver, requestWaiver } from "./waivers.ts";
