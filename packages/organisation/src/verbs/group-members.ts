import type { Act } from "@anji/database";
import { and, eq } from "drizzle-orm";
import type { GroupMember, MemberRow } from "../queries/leading-groups.ts";
import { leadingGroup, leadingGroupMember } from "../tables.ts";

type Group = Pick<typeof leadingGroup.$inferSelect, "id" | "regionPath" | "establishedOn">;

/** Step: the members of a group that is new. */
export async function addMembers(
  act: Act,
  { group, members, since }: { group: Group; members: readonly GroupMember[]; since: string },
): Promise<void> {
  await insertMembers(act, {
    group,
    since,
    from: 1,
    members: members.map((member, at) => ({ member, place: at + 1 })),
  });
}

/** The earliest day of a change: no member may leave before the day they joined. */
export function lastChangeOf(group: Pick<Group, "establishedOn">, members: readonly MemberRow[]): string {
  return members.reduce(
    (last, one) => [last, one.since, one.until ?? last].toSorted().at(-1) ?? last,
    group.establishedOn,
  );
}

/** Step: ends who is no longer a member, adds who is new, and gives all of today their place. */
export async function changeMembers(
  act: Act,
  options: { group: Group; before: readonly MemberRow[]; after: readonly GroupMember[]; on: string },
): Promise<void> {
  const { group, before, after, on } = options;
  const left = before.filter((row) => row.until === null);
  const joined: { member: GroupMember; place: number }[] = [];
  const staying: { ordinal: number; place: number }[] = [];
  for (const [at, member] of after.entries()) {
    const same = left.findIndex((row) => isSame(row, member));
    const row = same < 0 ? undefined : left.splice(same, 1)[0];
    if (row === undefined) joined.push({ member, place: at + 1 });
    else staying.push({ ordinal: row.ordinal, place: at + 1 });
  }
  const of = (ordinal: number) =>
    and(eq(leadingGroupMember.groupId, group.id), eq(leadingGroupMember.ordinal, ordinal));
  for (const { ordinal } of left) await act.tx.update(leadingGroupMember).set({ until: on }).where(of(ordinal));
  for (const { ordinal, place } of staying) await act.tx.update(leadingGroupMember).set({ place }).where(of(ordinal));
  if (joined.length > 0) await insertMembers(act, { group, since: on, from: before.length + 1, members: joined });
}

function isSame(row: MemberRow, member: GroupMember): boolean {
  return (
    row.position === member.position &&
    row.name === member.name &&
    row.body === member.body &&
    row.department === member.department
  );
}

async function insertMembers(
  act: Act,
  options: {
    group: Group;
    since: string;
    from: number;
    members: readonly { member: GroupMember; place: number }[];
  },
): Promise<void> {
  const { group, since, from, members } = options;
  await act.tx.insert(leadingGroupMember).values(
    members.map(({ member, place }, at) => ({
      ...member,
      groupId: group.id,
      ordinal: from + at,
      place,
      since,
      until: null,
      regionPath: group.regionPath,
    })),
  );
}
