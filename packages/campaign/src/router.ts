import { mutation, procedure, query, router } from "@anji/rpc";
import type { Contributed } from "./contributed.ts";
import { campaignInput, gatesInput, offendersInput, rosterInput } from "./inputs.ts";
import {
  campaignWork,
  gatesView,
  getCampaign,
  getRoster,
  listCampaigns,
  listOffenders,
  listWaivers,
  planTemplates,
} from "./queries/index.ts";
import {
  acknowledgeWaiver,
  advance,
  approveWaiver,
  createCampaign,
  moveClock,
  rejectWaiver,
  requestWaiver,
} from "./verbs/index.ts";

/** The campaign's procedures, with what the contexts contribute to them. */
export function campaignRouter(contributed: Contributed) {
  const { gates } = contributed;
  return router({
    list: procedure.query(({ ctx }) => listCampaigns(ctx)),
    templates: procedure.query(() => planTemplates()),
    get: query(campaignInput, getCampaign),
    work: query(campaignInput, (ctx, input) => campaignWork(ctx, contributed, input)),
    gates: query(gatesInput, (ctx, input) => gatesView(ctx, contributed, input)),
    offenders: query(offendersInput, (ctx, input) => listOffenders(ctx, gates, input)),
    roster: query(rosterInput, getRoster),
    create: mutation(createCampaign(gates)),
    advance: mutation(advance(contributed)),
    waivers: router({
      list: query(campaignInput, (ctx, input) => listWaivers(ctx, gates, input)),
      request: mutation(requestWaiver(gates)),
      approve: mutation(approveWaiver),
      reject: mutation(rejectWaiver),
      acknowledge: mutation(acknowledgeWaiver),
    }),
    clock: router({ move: mutation(moveClock) }),
  });
}
