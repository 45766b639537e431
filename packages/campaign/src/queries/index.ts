export {
  campaignOf,
  type CampaignRow,
  getCampaign,
  campaignRoot,
  heldCampaign,
  heldOpenCampaign,
  listCampaigns,
  phaseWindow,
  planOf,
} from "./campaigns.ts";
export { gatesNow, gatesView, listOffenders } from "./gates.ts";
export { gateSnapshot } from "./snapshot.ts";
export { planTemplates } from "./templates.ts";
export { campaignWork } from "./work.ts";
export { listWaivers, type WaiverAnswer, waiversOf } from "./waivers.ts";
