import { mutation, query, router } from "@anji/rpc";
import { listLeadingGroupsInput, listImplementingPlansInput, implementingPlanVersionsInput } from "./inputs.ts";
import { listLeadingGroups, listImplementingPlans, implementingPlanVersions } from "./queries/index.ts";
import {
  acceptImplementingPlan,
  changeLeadingGroupMembers,
  establishLeadingGroup,
  fileImplementingPlan,
  issueImplementingPlan,
  receiveImplementingPlan,
  returnImplementingPlan,
  reviseImplementingPlan,
} from "./verbs/index.ts";

/** The procedures of this context. */
export const organisationRouter = router({
  leadingGroups: router({
    list: query(listLeadingGroupsInput, listLeadingGroups),
    establish: mutation(establishLeadingGroup),
    changeMembers: mutation(changeLeadingGroupMembers),
  }),
  implementingPlans: router({
    list: query(listImplementingPlansInput, listImplementingPlans),
    versions: query(implementingPlanVersionsInput, implementingPlanVersions),
    file: mutation(fileImplementingPlan),
    revise: mutation(reviseImplementingPlan),
    issue: mutation(issueImplementingPlan),
    receive: mutation(receiveImplementingPlan),
    accept: mutation(acceptImplementingPlan),
    return: mutation(returnImplementingPlan),
  }),
});
