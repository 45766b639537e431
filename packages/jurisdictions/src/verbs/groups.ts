import { type Act, type ActorCtx, found, perform } from "@anji/database";
import { type Id, newId, refuse, type RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { changeGroupMembersInput, establishGroupInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { type GroupAnswer, type GroupMember, membersOf } from "../queries/groups.ts";
import { unitInScope } from "../queries/units.ts";
import { leadingGroup, leadingGroupMember, unit } from "../tables.ts";

/** Registers the unit's leading group. 各市按照统一部署，成立社会保险基金专项治理工作领导小组 */
export async function establishGroup(ctx: ActorCtx, input: z.output<typeof establishGroupInput>): Promise<GroupAnswer> {
  return perform(ctx, { permission: jurisdictionsPermissions.establishGroup, input }, async (act) => {
    const home = await unitInScope(act, input.unitCode);
    refuseOtherUnit(act, home.regionPath);
    const id = newId<"leadingGroup">(act.now);
    const inserted = await act.tx
      .insert(leadingGroup)
      .values({
        id,
        campaignId: input.campaignId,
        unitCode: home.code,
        regionPath: home.regionPath,
        establishedOn: input.establishedOn,
        documentNo: input.documentNo,
        recordedAt: act.now,
      })
      .onConflictDoNothing()
      .returning({ id: leadingGroup.id });
    if (inserted.length === 0) refuse({ code: "conflict", rule: "jurisdictions.groupExists" });
    await writeMembers(act, { id, regionPath: home.regionPath, members: input.members });
    return recorded(act, { id, before: null });
  });
}

/** Replaces the members of the unit's leading group. */
export async function changeGroupMembers(ctx: ActorCtx, input: z.output<typeof changeGroupMembersInput>): Promise<GroupAnswer> {
  return perform(ctx, { permission: jurisdictionsPermissions.changeGroupMembers, input }, async (act) => {
    const rows = await act.tx
      .select()
      .from(leadingGroup)
      .where(and(eq(leadingGroup.id, input.id), act.scope(leadingGroup.regionPath)))
      .for("update");
    const group = found(rows[0]);
    refuseOtherUnit(act, group.regionPath);
    const before = await groupAnswer(act, group.id);
    if (group.version !== input.version) refuse({ code: "stale", rule: "kernel.stale", current: before });
    await act.tx.delete(leadingGroupMember).where(eq(leadingGroupMember.groupId, group.id));
    await writeMembers(act, { id: group.id, regionPath: group.regionPath, members: input.members });
    await act.tx.update(leadingGroup).set({ version: group.version + 1 }).where(eq(leadingGroup.id, group.id));
    return recorded(act, { id: group.id, before });
  });
}

async function writeMembers(act: Act, options: { id: Id<"leadingGroup">; regionPath: RegionPath; members: readonly GroupMember[] }) {
  await act.tx.insert(leadingGroupMember).values(
    options.members.map((member, index) => ({ ...member, groupId: options.id, ordinal: index + 1, regionPath: options.regionPath })),
  );
}

async function groupAnswer(act: Act, id: Id<"leadingGroup">): Promise<GroupAnswer & { campaignId: string; regionPath: RegionPath }> {
  const rows = await act.tx
    .select({ group: leadingGroup, unitName: unit.name })
    .from(leadingGroup)
    .innerJoin(unit, eq(unit.code, leadingGroup.unitCode))
    .where(eq(leadingGroup.id, id));
  const { group, unitName } = found(rows[0]);
  const members = (await membersOf(act, [id])).get(id) ?? [];
  return { ...group, unitName, members };
}

async function recorded(act: Act, options: { id: Id<"leadingGroup">; before: unknown }) {
  const answer = await groupAnswer(act, options.id);
  const { regionPath, campaignId } = answer;
  await act.signal({ topic: "jurisdictions.groupChanged", subjectId: options.id, regionPath, campaignId });
  return act.done<GroupAnswer>({
    subjectKind: "leadingGroup",
    subjectId: options.id,
    regionPath,
    campaignId,
    before: options.before,
    after: answer,
    answer,
  });
}

function refuseOtherUnit(act: Act, path: RegionPath): void {
  if (path !== act.actor.path) refuse({ code: "notAllowed", rule: "jurisdictions.ownUnitOnly" });
}
