import { accountProcedure, procedure, publicProcedure, router } from "@anji/rpc";
import {
  addAgencyInput,
  addCustomUnitInput,
  addPersonInput,
  changeOwnPasswordInput,
  changeRolesInput,
  deactivatePersonInput,
  firstAdministratorsInput,
  issueServiceKeyInput,
  listPeopleInput,
  oneTimePasswordInput,
} from "./inputs.ts";
import { installState, listPeople, me, unitTree } from "./queries/index.ts";
import {
  addAgency,
  addCustomUnit,
  addPerson,
  changeOwnPassword,
  changeRoles,
  createFirstAdministrators,
  deactivatePerson,
  issueServiceKey,
  reactivatePerson,
  resetPassword,
} from "./verbs/index.ts";

/** The procedures of this context. */
export const jurisdictionsRouter = router({
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
  install: router({
    state: publicProcedure.query(({ ctx }) => installState(ctx)),
    createFirstAdministrators: publicProcedure
      .input(firstAdministratorsInput)
      .mutation(({ ctx, input }) => createFirstAdministrators(ctx, input)),
  }),
});
