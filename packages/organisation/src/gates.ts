import { type CampaignPlan, type Gate, type GateUnit, type Offender, type Standing } from "@anji/campaign";
import { departmentName, type GroupGap, groupGaps, type GroupShape } from "./group.ts";
import type { PlanDecision } from "./plan.policy.ts";

/** What the gates know of a unit's organisation. */
export type OrganisationFacts = {
  readonly group: GroupShape | null;
  /** The last version of the unit's plan: undecided, or what was decided; null: none filed. */
  readonly plan: { readonly decision: PlanDecision | null } | null;
  /** The unit has signed for the province's plan in force. */
  readonly hasReceived: boolean;
};
export const NO_ORGANISATION: OrganisationFacts = { group: null, plan: null, hasReceived: false };

type Unit = GateUnit & OrganisationFacts;

export const organisationGates: readonly Gate<OrganisationFacts>[] = [
  {
    // 领导小组…成员单位…领导小组办公室设在劳动保障厅，负责日常具体工作
    key: "organisation.provincialGroup",
    levels: ["province"],
    judge: (plan, units) => ofLevel(units, "province").map((unit) => standing(unit, groupOffenders(plan, unit))),
  },
  {
    // 各市按照统一部署
    key: "organisation.provincialPlanReceived",
    levels: ["province", "city"],
    judge: (_, units) => {
      const cities = ofLevel(units, "city").map((unit) =>
        standing(unit, unit.hasReceived ? [] : [offender(unit, "organisation.provincialPlanNotReceived")]),
      );
      const provinces = ofLevel(units, "province").map((unit) =>
        standing(
          unit,
          unit.plan?.decision === "issued" ? [] : [offender(unit, "organisation.provincialPlanNotIssued")],
        ),
      );
      return [...provinces, ...cities];
    },
  },
  {
    // 各市…成立…领导小组，结合本市实际制定具体方案
    key: "organisation.groupsAndImplementingPlans",
    levels: ["city"],
    judge: (plan, units) =>
      ofLevel(units, "city").map((unit) => standing(unit, [...groupOffenders(plan, unit), ...planOffenders(unit)])),
  },
];

function ofLevel(units: readonly Unit[], level: GateUnit["level"]): Unit[] {
  return units.filter((unit) => unit.level === level);
}

/** A unit has done its part or not, whatever the number of things it lacks. */
function standing(unit: Unit, offenders: readonly Offender[]): Standing {
  return { unit, passed: offenders.length === 0 ? 1 : 0, total: 1, offenders };
}

function offender({ unitCode, unitName }: Unit, reason: string): Offender {
  return { unitCode, unitName, subject: null, reason };
}

function groupOffenders(plan: CampaignPlan, unit: Unit): Offender[] {
  return groupGaps(plan, unit).map((gap) => ({
    ...offender(unit, gap.reason),
    subject: departmentSubject(plan, unit, gap),
  }));
}

function departmentSubject(plan: CampaignPlan, unit: Unit, { department: code }: GroupGap): Offender["subject"] {
  const department = plan.organisation.leadingGroup.memberDepartments.find((one) => one.code === code);
  if (department === undefined) return null;
  return { kind: "memberDepartment", id: department.code, number: departmentName(department, unit.level) };
}

function planOffenders(unit: Unit): Offender[] {
  if (unit.plan === null) return [offender(unit, "organisation.implementingPlanMissing")];
  if (unit.plan.decision === "accepted") return [];
  const isReturned = unit.plan.decision === "returned";
  return [
    offender(unit, isReturned ? "organisation.implementingPlanReturned" : "organisation.implementingPlanNotAccepted"),
  ];
}
