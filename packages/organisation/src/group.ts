import type { CampaignPlan } from "@anji/campaign";
import type { Level } from "@anji/kernel";
import type { GroupPosition } from "./position.ts";

/** What completeness looks at in a leading group: the members of today, and where its office is. */
export type GroupShape = {
  readonly leadDepartment: string | null;
  readonly officeDepartment: string | null;
  readonly members: readonly { readonly position: GroupPosition; readonly department: string | null }[];
};

/** Something a group lacks: the rule that says so, and the department concerned. */
export type GroupGap = { readonly reason: string; readonly department: string | null };

type Department = CampaignPlan["organisation"]["leadingGroup"]["memberDepartments"][number];

/** The departments a group of this level must have a member of. The plan names none for a county. */
export function departmentsOf({ organisation }: Pick<CampaignPlan, "organisation">, level: Level): Department[] {
  const { memberDepartments } = organisation.leadingGroup;
  if (level === "province") return memberDepartments;
  const { departments } = organisation.cityGroup;
  return level === "city" ? memberDepartments.filter((one) => departments.includes(one.code)) : [];
}

/** The department as people of this level call it: 省财政厅, or 财政 in a city. */
export function departmentName(department: Department, level: Level): string {
  return level === "province" ? department.name : department.system;
}

/** What keeps a group from being complete: deputies, departments, and for the province its lead and office. */
export function groupGaps(
  plan: Pick<CampaignPlan, "organisation">,
  { level, group }: { level: Level; group: GroupShape | null },
): GroupGap[] {
  if (group === null) return [{ reason: "organisation.leadingGroupMissing", department: null }];
  const has = (position: GroupPosition) => group.members.some((one) => one.position === position);
  const gap = (reason: string): GroupGap => ({ reason, department: null });
  const departments = departmentsOf(plan, level)
    .filter(({ code }) => !group.members.some((one) => one.department === code))
    .map(({ code }) => ({ reason: "organisation.departmentWithoutMember", department: code }));
  return [
    ...(has("head") ? [] : [gap("organisation.headMissing")]),
    ...(has("deputy") ? [] : [gap("organisation.deputyMissing")]),
    ...departments,
    ...(level === "province" ? officeGaps(plan, group) : []),
  ];
}

function officeGaps({ organisation }: Pick<CampaignPlan, "organisation">, group: GroupShape): GroupGap[] {
  const lead = organisation.leadingGroup.memberDepartments.find((one) => one.isLead)?.code ?? null;
  const { department } = organisation.office;
  return [
    ...(group.leadDepartment === lead ? [] : [{ reason: "organisation.leadDepartmentMissing", department: lead }]),
    ...(group.officeDepartment === department ? [] : [{ reason: "organisation.officeMissing", department }]),
  ];
}
