import { type ActorCtx, read, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { GroupPosition } from "../position.ts";
import { leadingGroup, leadingGroupMember } from "../tables.ts";

export type GroupMember = { name: string; body: string; position: GroupPosition };
export type GroupAnswer = {
  id: Id<"leadingGroup">;
  unitCode: string;
  unitName: string;
  establishedOn: string;
  documentNo: string;
  version: number;
  members: GroupMember[];
};

const GROUPS_MAX = 500;

/** The leading groups of the actor's area and of the units above it. */
export async function listLeadingGroups(
  ctx: ActorCtx,
  input: { campaignId: Id<"campaign"> },
): Promise<{ items: GroupAnswer[] }> {
  return read(ctx, async (reader) => ({ items: await groupsOf(reader, input.campaignId) }));
}

async function groupsOf(reader: Reader, campaignId: Id<"campaign">): Promise<GroupAnswer[]> {
  const groups = await reader.tx
    .select({
      id: leadingGroup.id,
      unitCode: leadingGroup.unitCode,
      unitName: unit.name,
      establishedOn: leadingGroup.establishedOn,
      documentNo: leadingGroup.documentNo,
      version: leadingGroup.version,
    })
    .from(leadingGroup)
    .innerJoin(unit, eq(unit.code, leadingGroup.unitCode))
    .where(and(eq(leadingGroup.campaignId, campaignId), reader.published(leadingGroup.regionPath)))
    .orderBy(asc(leadingGroup.regionPath))
    .limit(GROUPS_MAX);
  const members = await membersOf(
    reader,
    groups.map((group) => group.id),
  );
  return groups.map((group) => ({ ...group, members: members.get(group.id) ?? [] }));
}

/** Step: the members of some groups, in their order. */
export async function membersOf(
  reader: Pick<Reader, "tx">,
  ids: Id<"leadingGroup">[],
): Promise<Map<string, GroupMember[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.tx
    .select({
      groupId: leadingGroupMember.groupId,
      name: leadingGroupMember.name,
      body: leadingGroupMember.body,
      position: leadingGroupMember.position,
    })
    .from(leadingGroupMember)
    .where(inArray(leadingGroupMember.groupId, ids))
    .orderBy(asc(leadingGroupMember.groupId), asc(leadingGroupMember.ordinal));
  const byGroup = Map.groupBy(rows, (row) => row.groupId);
  return new Map(
    [...byGroup].map(([id, list]) => [id, list.map(({ name, body, position }) => ({ name, body, position }))]),
  );
}
