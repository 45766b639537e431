import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { refusal, type Refusal, whyNotAllowed } from "@anji/kernel";
import { type WireRefusal, wireRefusal } from "@anji/rpc";
import { and, asc, eq, inArray } from "drizzle-orm";
import { organisationPermissions } from "../permissions.ts";
import type { GroupPosition } from "../position.ts";
import { leadingGroup, leadingGroupMember } from "../tables.ts";

export type GroupMember = { name: string; body: string; position: GroupPosition; department: string | null };
/** A member of today (`until` null) or of earlier. */
export type MemberRow = GroupMember & { ordinal: number; place: number; since: string; until: string | null };
export type GroupAnswer = {
  id: Id<"leadingGroup">;
  unitCode: string;
  unitName: string;
  establishedOn: string;
  documentNo: string;
  leadDepartment: string | null;
  officeDepartment: string | null;
  version: number;
  members: (GroupMember & { since: string })[];
  former: (GroupMember & { since: string; until: string })[];
};

const GROUP_ACTS = ["establishLeadingGroup", "changeLeadingGroupMembers"] as const;
type GroupAct = (typeof GROUP_ACTS)[number];
/** What the actor may do for the group of the own unit. */
export type GroupActAnswer = { verb: GroupAct; whyNot: WireRefusal | null };

const GROUPS_MAX = 500;

/** The leading groups of the actor's area and of the units above it, and what the actor may do for the own one. */
export async function listLeadingGroups(
  ctx: ActorCtx,
  input: { campaignId: Id<"campaign"> },
): Promise<{ items: GroupAnswer[]; acts: GroupActAnswer[] }> {
  return read(ctx, async (reader) => {
    const items = await groupsOf(reader, input.campaignId);
    const campaign = await campaignOf(reader, input.campaignId);
    const isThere = items.some((group) => group.unitCode === reader.actor.unitCode);
    const acts = GROUP_ACTS.map((act) => {
      const reason = whyNotGroupAct({ act, isThere, actor: reader.actor, isEnded: campaign.phase === "ended" });
      return { verb: act, whyNot: reason === null ? null : wireRefusal(reason, ctx) };
    });
    return { items, acts };
  });
}

function whyNotGroupAct(question: {
  act: GroupAct;
  isThere: boolean;
  isEnded: boolean;
  actor: Reader["actor"];
}): Refusal | null {
  const notAllowed = whyNotAllowed(organisationPermissions[question.act], question.actor);
  if (notAllowed !== null) return notAllowed;
  if (question.isEnded) return refusal({ code: "precondition", rule: "campaign.alreadyEnded" });
  if (question.act === "establishLeadingGroup")
    return question.isThere ? refusal({ code: "conflict", rule: "organisation.leadingGroupExists" }) : null;
  return question.isThere ? null : refusal({ code: "precondition", rule: "organisation.leadingGroupMissing" });
}

async function groupsOf(reader: Reader, campaignId: Id<"campaign">): Promise<GroupAnswer[]> {
  const groups = await reader.tx
    .select({ group: leadingGroup, unitName: unit.name })
    .from(leadingGroup)
    .innerJoin(unit, eq(unit.code, leadingGroup.unitCode))
    .where(and(eq(leadingGroup.campaignId, campaignId), reader.published(leadingGroup.regionPath)))
    .orderBy(asc(leadingGroup.regionPath))
    .limit(GROUPS_MAX);
  const members = await membersOf(
    reader,
    groups.map(({ group }) => group.id),
  );
  return groups.map(({ group, unitName }) => groupAnswer({ ...group, unitName }, members.get(group.id) ?? []));
}

/** Everybody who is or was a member of some groups: those of today in their order, then the earlier ones. */
export async function membersOf(
  reader: Pick<Reader, "tx">,
  ids: Id<"leadingGroup">[],
): Promise<Map<Id<"leadingGroup">, MemberRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.tx
    .select()
    .from(leadingGroupMember)
    .where(inArray(leadingGroupMember.groupId, ids))
    .orderBy(asc(leadingGroupMember.groupId), asc(leadingGroupMember.place), asc(leadingGroupMember.ordinal));
  return Map.groupBy(rows, (row) => row.groupId);
}

export function groupAnswer(group: Omit<GroupAnswer, "members" | "former">, rows: readonly MemberRow[]): GroupAnswer {
  const { id, unitCode, unitName, establishedOn, documentNo, leadDepartment, officeDepartment, version } = group;
  const people = rows.map(({ name, body, position, department, since, until }) => ({
    until,
    shown: { name, body, position, department, since },
  }));
  return {
    id,
    unitCode,
    unitName,
    establishedOn,
    documentNo,
    leadDepartment,
    officeDepartment,
    version,
    members: people.flatMap(({ shown, until }) => (until === null ? [shown] : [])),
    former: people.flatMap(({ shown, until }) => (until === null ? [] : [{ ...shown, until }])),
  };
}
