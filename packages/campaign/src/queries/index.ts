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
export { gateUnits, getRoster } from "./rosters.ts";
export { listWaivers } from "./waiver-list.ts";
export { approvedWaivers } from "./waivers.ts";
