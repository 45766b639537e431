import { procedure, router } from "@anji/rpc";
import {
  changeGroupMembersInput,
  establishGroupInput,
  filePlanInput,
  listGroupsInput,
  listPlansInput,
  planVersionsInput,
  revisePlanInput,
} from "./inputs.ts";
import { listGroups, listPlans, planVersions } from "./queries/index.ts";
import { changeGroupMembers, establishGroup, filePlan, revisePlan } from "./verbs/index.ts";

/** The procedures of this context. */
export const organisationRouter = router({
  groups: router({
    list: procedure.input(listGroupsInput).query(({ ctx, input }) => listGroups(ctx, input)),
    establish: procedure.input(establishGroupInput).mutation(({ ctx, input }) => establishGroup(ctx, input)),
    changeMembers: procedure
      .input(changeGroupMembersInput)
      .mutation(({ ctx, input }) => changeGroupMembers(ctx, input)),
  }),
  plans: router({
    list: procedure.input(listPlansInput).query(({ ctx, input }) => listPlans(ctx, input)),
    versions: procedure.input(planVersionsInput).query(({ ctx, input }) => planVersions(ctx, input)),
    file: procedure.input(filePlanInput).mutation(({ ctx, input }) => filePlan(ctx, input)),
    revise: procedure.input(revisePlanInput).mutation(({ ctx, input }) => revisePlan(ctx, input)),
  }),
});
