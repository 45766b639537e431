import { accountMutation, accountProcedure, mutation, procedure, publicProcedure, query, router } from "@anji/rpc";
import { firstAdministratorsInput, listPeopleInput } from "./inputs.ts";
import { installState, listPeople, me, unitTree } from "./queries/index.ts";
import {
  addAgency,
  addCustomUnit,
  addPerson,
  changeOwnPassword,
  changeRoles,
  confirmUnit,
  createFirstAdministrators,
  deactivatePerson,
  issueServiceKey,
  reactivatePerson,
  resetPassword,
  retireUnit,
} from "./verbs/index.ts";

/** The procedures of this context. */
export const jurisdictionsRouter = router({
  me: accountProcedure.query(({ ctx }) => me(ctx)),
  units: router({
    tree: procedure.query(({ ctx }) => unitTree(ctx)),
    addCustom: mutation(addCustomUnit),
    addAgency: mutation(addAgency),
    confirm: mutation(confirmUnit),
    retire: mutation(retireUnit),
  }),
  people: router({
    list: query(listPeopleInput, listPeople),
    add: mutation(addPerson),
    changeRoles: mutation(changeRoles),
    deactivate: mutation(deactivatePerson),
    reactivate: mutation(reactivatePerson),
    resetPassword: mutation(resetPassword),
    changeOwnPassword: accountMutation(changeOwnPassword),
    issueServiceKey: mutation(issueServiceKey),
  }),
  install: router({
    state: publicProcedure.query(({ ctx }) => installState(ctx)),
    createFirstAdministrators: publicProcedure
      .input(firstAdministratorsInput)
      .mutation(({ ctx, input }) => createFirstAdministrators(ctx, input)),
  }),
});
