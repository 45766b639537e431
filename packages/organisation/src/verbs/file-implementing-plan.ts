import { heldOpenCampaign } from "@anji/campaign/queries";
import { adoptFile, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { newId, refuse } from "@anji/kernel";
import { fileImplementingPlanInput } from "../inputs.ts";
import { organisationPermissions } from "../permissions.ts";
import { refuseDayOutside } from "./days.ts";
import { insertedPlan, implementingPlanFiled } from "./implementing-plan-version.ts";

/** Files the unit's own implementing plan. 结合本地区实际，制定实施方案，明确工作任务、目标、分工和措施 */
export const fileImplementingPlan = verb(
  { permission: organisationPermissions.fileImplementingPlan, input: fileImplementingPlanInput },
  async (act, input) => {
    const campaign = await heldOpenCampaign(act, input.campaignId);
    const home = await regionInScope(act, input.unitCode);
    if (home.regionPath !== act.actor.path) refuse({ code: "notAllowed", rule: "organisation.ownUnitOnly" });
    const { on: from } = campaign.plan.organisation.foundedFrom;
    refuseDayOutside(act, { path: "filedOn", day: input.filedOn, from });
    const file = await adoptFile(act, { fileId: input.fileId, regionPath: home.regionPath });
    const { commandId: _, ...fields } = input;
    const row = {
      ...fields,
      id: newId<"implementingPlan">(act.now),
      campaignId: campaign.id,
      regionPath: home.regionPath,
      fileId: file.fileId,
      filedBy: act.actor.personId,
      filedByName: act.actor.name,
      filedAt: act.now,
      reason: null,
      version: 1,
    };
    if (!(await insertedPlan(act, row))) refuse({ code: "conflict", rule: "organisation.implementingPlanExists" });
    return implementingPlanFiled(act, { before: null, after: row });
  },
);
