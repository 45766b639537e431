import { procedure, router } from "@anji/rpc";
import type { GateSource } from "./gate-source.ts";
import {
  advanceInput,
  approveWaiverInput,
  campaignInput,
  createCampaignInput,
  gatesInput,
  moveClockInput,
  offendersInput,
  rejectWaiverInput,
  requestWaiverInput,
} from "./inputs.ts";
import { gatesView, getCampaign, listCampaigns, listOffenders, listWaivers, planTemplates } from "./queries/index.ts";
import { advance, approveWaiver, createCampaign, moveClock, rejectWaiver, requestWaiver } from "./verbs/index.ts";

/** The campaign's procedures. `sources`: how the contexts above tell it their facts. */
export function campaignRouter(sources: readonly GateSource[]) {
  return router({
    list: procedure.query(({ ctx }) => listCampaigns(ctx)),
    templates: procedure.query(() => planTemplates()),
    get: procedure.input(campaignInput).query(({ ctx, input }) => getCampaign(ctx, input)),
    gates: procedure.input(gatesInput).query(({ ctx, input }) => gatesView(ctx, sources, input)),
    offenders: procedure.input(offendersInput).query(({ ctx, input }) => listOffenders(ctx, sources, input)),
    create: procedure.input(createCampaignInput).mutation(({ ctx, input }) => createCampaign(ctx, input)),
    advance: procedure.input(advanceInput).mutation(({ ctx, input }) => advance(ctx, sources, input)),
    waivers: router({
      list: procedure.input(campaignInput).query(({ ctx, input }) => listWaivers(ctx, input)),
      request: procedure.input(requestWaiverInput).mutation(({ ctx, input }) => requestWaiver(ctx, input)),
      approve: procedure.input(approveWaiverInput).mutation(({ ctx, input }) => approveWaiver(ctx, input)),
      reject: procedure.input(rejectWaiverInput).mutation(({ ctx, input }) => rejectWaiver(ctx, input)),
    }),
    clock: router({
      move: procedure.input(moveClockInput).mutation(({ ctx, input }) => moveClock(ctx, input)),
    }),
  });
}
