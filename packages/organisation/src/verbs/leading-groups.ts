import type { CampaignPlan } from "@anji/campaign";
import { heldOpenCampaign } from "@anji/campaign/queries";
import { type Act, found, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { newId, refuse, type RegionPath, at, invalid, refuseIf } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { changeLeadingGroupMembersInput, establishLeadingGroupInput } from "../inputs.ts";
import { organisationPermissions } from "../permissions.ts";
import { type GroupAnswer, groupAnswer, membersOf } from "../queries/leading-groups.ts";
import { leadingGroup } from "../tables.ts";
import { refuseDayOutside } from "./days.ts";
import { addMembers, changeMembers, lastChangeOf } from "./group-members.ts";

/** Registers the unit's leading group. 各市按照统一部署，成立社会保险基金专项治理工作领导小组 */
export const establishLeadingGroup = verb(
  { permission: organisationPermissions.establishLeadingGroup, input: establishLeadingGroupInput },
  async (act, input) => {
    const home = await regionInScope(act, input.unitCode);
    refuseOtherUnit(act, home.regionPath);
    const { plan } = await heldOpenCampaign(act, input.campaignId);
    const { establishedOn, leadDepartment, officeDepartment } = input;
    refuseDayOutside(act, { path: "establishedOn", day: establishedOn, from: plan.organisation.foundedFrom.on });
    refuseUnknownDepartments(plan, input);
    const [group] = await act.tx
      .insert(leadingGroup)
      .values({
        id: newId<"leadingGroup">(act.now),
        campaignId: input.campaignId,
        unitCode: home.code,
        regionPath: home.regionPath,
        establishedOn,
        documentNo: input.documentNo,
        leadDepartment,
        officeDepartment,
        recordedAt: act.now,
      })
      .onConflictDoNothing()
      .returning();
    if (group === undefined) refuse({ code: "conflict", rule: "organisation.leadingGroupExists" });
    await addMembers(act, { group, members: input.members, since: establishedOn });
    return recorded(act, { group, before: null });
  },
);

/** Changes the members from a day on. Who left stays in the group's history with that day. */
export const changeLeadingGroupMembers = verb(
  { permission: organisationPermissions.changeLeadingGroupMembers, input: changeLeadingGroupMembersInput },
  async (act, input) => {
    const named = and(eq(leadingGroup.id, input.id), act.scope(leadingGroup.regionPath));
    const [seen] = await act.tx.select({ campaignId: leadingGroup.campaignId }).from(leadingGroup).where(named);
    const { plan } = await heldOpenCampaign(act, found(seen).campaignId);
    const group = found((await act.tx.select().from(leadingGroup).where(named).for("update"))[0]);
    refuseOtherUnit(act, group.regionPath);
    const members = (await membersOf(act, [group.id])).get(group.id) ?? [];
    const before = await answerOf(act, group);
    if (group.version !== input.version) refuse({ code: "stale", rule: "kernel.stale", current: before });
    refuseDayOutside(act, { path: "changedOn", day: input.changedOn, from: lastChangeOf(group, members) });
    refuseUnknownDepartments(plan, input);
    await changeMembers(act, { group, before: members, after: input.members, on: input.changedOn });
    const { leadDepartment, officeDepartment } = input;
    const after = { ...group, leadDepartment, officeDepartment, version: group.version + 1 };
    await act.tx
      .update(leadingGroup)
      .set({ leadDepartment, officeDepartment, version: after.version })
      .where(eq(leadingGroup.id, group.id));
    return recorded(act, { group: after, before });
  },
);

type GroupRow = typeof leadingGroup.$inferSelect;

async function answerOf(act: Act, group: GroupRow): Promise<GroupAnswer> {
  const home = await regionInScope(act, group.unitCode);
  return groupAnswer({ ...group, unitName: home.name }, (await membersOf(act, [group.id])).get(group.id) ?? []);
}

async function recorded(act: Act, options: { group: GroupRow; before: GroupAnswer | null }) {
  const { id, regionPath, campaignId } = options.group;
  const answer = await answerOf(act, options.group);
  act.signal({ topic: "organisation.leadingGroupChanged", subjectId: id, regionPath });
  return act.done<GroupAnswer>({
    subjectKind: "leadingGroup",
    subjectId: id,
    regionPath,
    campaignId,
    before: options.before,
    after: answer,
    answer,
  });
}

type Departments = Pick<z.output<typeof establishLeadingGroupInput>, "members" | "leadDepartment" | "officeDepartment">;

/** Every department named is one of the plan's member departments. */
function refuseUnknownDepartments({ organisation }: CampaignPlan, input: Departments): void {
  const known = new Set(organisation.leadingGroup.memberDepartments.map((one) => one.code));
  const named = [
    { path: "leadDepartment", department: input.leadDepartment },
    { path: "officeDepartment", department: input.officeDepartment },
    ...input.members.map(({ department }, place) => ({ path: `members.${place}.department`, department })),
  ];
  const unknown = named.filter(({ department }) => department !== null && !known.has(department));
  refuseIf(invalid(unknown.map(({ path }) => at(path, "organisation.departmentUnknown"))));
}

function refuseOtherUnit(act: Act, path: RegionPath): void {
  if (path !== act.actor.path) refuse({ code: "notAllowed", rule: "organisation.ownUnitOnly" });
}
