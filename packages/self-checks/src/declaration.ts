import { type CampaignPlan, planPhase } from "@anji/campaign";
import type { Day, Id, Level } from "@anji/kernel";

/** 发现, 没有发现, 不属本部门: what a department says of one fund line and category. Silence is none of them. */
export const CELL_ANSWERS = ["found", "nothing", "notApplicable"] as const;
export type CellAnswer = (typeof CELL_ANSWERS)[number];

export type Place = { readonly fundLine: string; readonly category: string };

/** One answer of a declaration, with the findings it names. */
export type Cell = Place & {
  readonly answer: CellAnswer;
  readonly reason: string | null;
  readonly findings: Id<"finding">[];
};

/** Who owes a declaration in a unit: a department of the plan, or an agency 经办机构 of the unit. */
export type Declarant = {
  readonly code: string;
  readonly name: string;
  readonly kind: "department" | "agency";
  /** An agency with people of its own signs itself; without them the unit does it. */
  readonly hasPeople: boolean;
};

/** The fund lines and categories of a plan: each asks every declarant for an answer. */
export function placesOf(plan: Pick<CampaignPlan, "fundLines" | "categories">): Place[] {
  return plan.fundLines.flatMap(({ code: fundLine }) =>
    plan.categories.map(({ code: category }) => ({ fundLine, category })),
  );
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.fundLine === other.fundLine && one.category === other.category;
}

/** The departments of the plan that declare in a unit of this level. */
export function departmentsOf(plan: Pick<CampaignPlan, "selfCheckDepartments">, level: Level): Declarant[] {
  return plan.selfCheckDepartments
    .filter((one) => one.levels.includes(level))
    .map(({ code, name }) => ({ code, name, kind: "department", hasPeople: false }));
}

/** 迟报: signed after the phase, by the calendar or by the campaign. */
export function isLateOn(campaign: { plan: CampaignPlan; phase: string }, today: Day): boolean {
  const ends = planPhase(campaign.plan, "selfCheck")?.endsOn;
  return campaign.phase !== "selfCheck" || (ends !== undefined && today > ends);
}
