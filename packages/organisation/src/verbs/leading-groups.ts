import { heldOpenCampaign } from "@anji/campaign/queries";
import { type Act, found, verb } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { type Id, newId, refuse, type RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { changeLeadingGroupMembersInput, establishLeadingGroupInput } from "../inputs.ts";
import { organisationPermissions } from "../permissions.ts";
import { type GroupAnswer, type GroupMember, membersOf } from "../queries/leading-groups.ts";
import { leadingGroup, leadingGroupMember } from "../tables.ts";

/** Registers the unit's leading group. 各市按照统一部署，成立社会保险基金专项治理工作领导小组 */
export const establishLeadingGroup = verb(
  { permission: organisationPermissions.establishLeadingGroup, input: establishLeadingGroupInput },
  async (act, input) => {
    const home = await regionInScope(act, input.unitCode);
    refuseOtherUnit(act, home.regionPath);
    await heldOpenCampaign(act, input.campaignId);
    const [group] = await act.tx
      .insert(leadingGroup)
      .values({
        id: newId<"leadingGroup">(act.now),
        campaignId: input.campaignId,
        unitCode: home.code,
        regionPath: home.regionPath,
        establishedOn: input.establishedOn,
        documentNo: input.documentNo,
        recordedAt: act.now,
      })
      .onConflictDoNothing()
      .returning();
    if (group === undefined) refuse({ code: "conflict", rule: "organisation.leadingGroupExists" });
    await writeMembers(act, { ...group, members: input.members });
    return recorded(act, { group, before: null });
  },
);

/** Replaces the members of the unit's leading group. */
export const changeLeadingGroupMembers = verb(
  { permission: organisationPermissions.changeLeadingGroupMembers, input: changeLeadingGroupMembersInput },
  async (act, input) => {
    const named = and(eq(leadingGroup.id, input.id), act.scope(leadingGroup.regionPath));
    const [seen] = await act.tx.select({ campaignId: leadingGroup.campaignId }).from(leadingGroup).where(named);
    await heldOpenCampaign(act, found(seen).campaignId);
    const group = found((await act.tx.select().from(leadingGroup).where(named).for("update"))[0]);
    refuseOtherUnit(act, group.regionPath);
    const before = await groupAnswer(act, group);
    if (group.version !== input.version) refuse({ code: "stale", rule: "kernel.stale", current: before });
    await act.tx.delete(leadingGroupMember).where(eq(leadingGroupMember.groupId, group.id));
    await writeMembers(act, { ...group, members: input.members });
    await act.tx
      .update(leadingGroup)
      .set({ version: group.version + 1 })
      .where(eq(leadingGroup.id, group.id));
    return recorded(act, { group: { ...group, version: group.version + 1 }, before });
  },
);

async function writeMembers(
  act: Act,
  options: { id: Id<"leadingGroup">; regionPath: RegionPath; members: readonly GroupMember[] },
) {
  await act.tx.insert(leadingGroupMember).values(
    options.members.map((member, index) => ({
      ...member,
      groupId: options.id,
      ordinal: index + 1,
      regionPath: options.regionPath,
    })),
  );
}

type GroupRow = typeof leadingGroup.$inferSelect;

async function groupAnswer(act: Act, group: GroupRow): Promise<GroupAnswer> {
  const { id, unitCode, establishedOn, documentNo, version } = group;
  const home = await regionInScope(act, unitCode);
  const members = (await membersOf(act, [id])).get(id) ?? [];
  return { id, unitCode, unitName: home.name, establishedOn, documentNo, version, members };
}

async function recorded(act: Act, options: { group: GroupRow; before: GroupAnswer | null }) {
  const { id, regionPath, campaignId } = options.group;
  const answer = await groupAnswer(act, options.group);
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

function refuseOtherUnit(act: Act, path: RegionPath): void {
  if (path !== act.actor.path) refuse({ code: "notAllowed", rule: "organisation.ownUnitOnly" });
}
