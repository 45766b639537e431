import { accountProcedure, procedure, publicProcedure, router } from "@anji/rpc";
import type { HoldOpenCampaign } from "./hold-campaign.ts";
import {
  addAgencyInput,
  addCustomUnitInput,
  addPersonInput,
  changeGroupMembersInput,
  changeOwnPasswordInput,
  changeRolesInput,
  deactivatePersonInput,
  establishGroupInput,
  firstAdministratorsInput,
  issueServiceKeyInput,
  listGroupsInput,
  listPeopleInput,
  oneTimePasswordInput,
} from "./inputs.ts";
import { installState, listGroups, listPeople, me, unitTree } from "./queries/index.ts";
import {
  addAgency,
  addCustomUnit,
  addPerson,
  changeGroupMembers,
  changeOwnPassword,
  changeRoles,
  createFirstAdministrators,
  deactivatePerson,
  establishGroup,
  issueServiceKey,
  reactivatePerson,
  resetPassword,
} from "./verbs/index.ts";

/** The procedures of this context. `holdCampaign`: how campaigns, which lie above, are asked whether one is open. */
export function jurisdictionsRouter(holdCampaign: HoldOpenCampaign) {
  return router({
    me: accountProcedure.query(({ ctx }) => me(ctx)),
    units: router({
      tree: procedure.query(({ ctx }) => unitTree(ctx)),
      addCustom: procedure.input(addCustomUnitInput).mutation(({ ctx, input }) => addCustomUnit(ctx, input)),
      addAgency: procedure.input(addAgencyInput).mutation(({ ctx, input }) => addAgency(ctx, input)),
    }),
    people: router({
      list: procedure.input(listPeopleInput).query(({ ctx, input }) => listPeople(ctx, input)),
      add: procedure.input(addPersonInput).mutation(({ ctx, input }) => addPerson(ctx, input)),
      changeRoles: procedure.input(changeRolesInput).mutation(({ ctx, input }) => changeRoles(ctx, input)),
      deactivate: procedure.input(deactivatePersonInput).mutation(({ ctx, input }) => deactivatePerson(ctx, input)),
      reactivate: procedure.input(oneTimePasswordInput).mutation(({ ctx, input }) => reactivatePerson(ctx, input)),
      resetPassword: procedure.input(oneTimePasswordInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
      changeOwnPassword: accountProcedure
        .input(changeOwnPasswordInput)
        .mutation(({ ctx, input }) => changeOwnPassword(ctx, input)),
      issueServiceKey: procedure.input(issueServiceKeyInput).mutation(({ ctx, input }) => issueServiceKey(ctx, input)),
    }),
    groups: router({
      list: procedure.input(listGroupsInput).query(({ ctx, input }) => listGroups(ctx, input)),
      establish: procedure
        .input(establishGroupInput)
        .mutation(({ ctx, input }) => establishGroup(ctx, holdCampaign, input)),
      changeMembers: procedure
        .input(changeGroupMembersInput)
        .mutation(({ ctx, input }) => changeGroupMembers(ctx, holdCampaign, input)),
    }),
    install: router({
      state: publicProcedure.query(({ ctx }) => installState(ctx)),
      createFirstAdministrators: publicProcedure
        .input(firstAdministratorsInput)
        .mutation(({ ctx, input }) => createFirstAdministrators(ctx, input)),
    }),
  });
}
