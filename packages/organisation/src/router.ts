import { mutation, query, router } from "@anji/rpc";
import { listGroupsInput, listPlansInput, planVersionsInput } from "./inputs.ts";
import { listGroups, listPlans, planVersions } from "./queries/index.ts";
import { changeGroupMembers, establishGroup, filePlan, revisePlan } from "./verbs/index.ts";

/** The procedures of this context. */
export const organisationRouter = router({
  groups: router({
    list: query(listGroupsInput, listGroups),
    establish: mutation(establishGroup),
    changeMembers: mutation(changeGroupMembers),
  }),
  plans: router({
    list: query(listPlansInput, listPlans),
    versions: query(planVersionsInput, planVersions),
    file: mutation(filePlan),
    revise: mutation(revisePlan),
  }),
});
