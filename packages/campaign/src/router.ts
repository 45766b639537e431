import { mutation, procedure, query, router } from "@anji/rpc";
import type { Contributed } from "./gate-source.ts";
import {
  approveWaiverInput,
  campaignInput,
  gatesInput,
  offendersInput,
  rejectWaiverInput,
  requestWaiverInput,
} from "./inputs.ts";
import { gatesView, getCampaign, listCampaigns, listOffenders, listWaivers, planTemplates } from "./queries/index.ts";
import { advance, approveWaiver, createCampaign, moveClock, rejectWaiver, requestWaiver } from "./verbs/index.ts";

/** The campaign's procedures, with what the rooms above contribute. */
export function campaignRouter(contributed: Contributed) {
  return router({
    list: procedure.query(({ ctx }) => listCampaigns(ctx)),
    templates: procedure.query(() => planTemplates()),
    get: query(campaignInput, getCampaign),
    gates: query(gatesInput, (ctx, input) => gatesView(ctx, contributed, input)),
    offenders: query(offendersInput, (ctx, input) => listOffenders(ctx, contributed.gates, input)),
    create: mutation(createCampaign(contributed.gates)),
    advance: mutation(advance(contributed.gates)),
    waivers: router({
      list: query(campaignInput, listWaivers),
      request: procedure.input(requestWaiverInput).mutation(({ ctx, input }) => requestWaiver(ctx, input)),
      approve: procedure.input(approveWaiverInput).mutation(({ ctx, input }) => approveWaiver(ctx, input)),
      reject: procedure.input(rejectWaiverInput).mutation(({ ctx, input }) => rejectWaiver(ctx, input)),
    }),
    clock: router({
      move: mutation(moveClock),
    }),
  });
}
