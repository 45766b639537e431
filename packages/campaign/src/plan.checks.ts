import { addDays, type Day, type FieldMistake, type RefusalParams } from "@anji/kernel";

import { PHASES } from "./phase.ts";
import { CONCLUSIONS, type PlanFields } from "./plan.inputs.ts";

const FULL_MARKS = 100;

type Path = readonly (string | number)[];
export type PlanMistake = Pick<FieldMistake, "rule" | "params"> & { readonly path: Path };

/** What must agree between the fields of a plan. */
export function planMistakes(plan: PlanFields): PlanMistake[] {
  return [
    ...codesTwice(plan),
    ...unknownCodes(plan),
    ...organisationMistakes(plan),
    ...spotCheckMistakes(plan),
    ...catalogueMistakes(plan),
    ...phaseMistakes(plan),
    ...daysOutside(plan),
  ];
}

function mistake(path: Path, rule: string, params: RefusalParams): PlanMistake {
  return { path, rule: `campaign.${rule}`, params };
}

function codesTwice(plan: PlanFields): PlanMistake[] {
  const lists: { path: Path; codes: string[] }[] = [
    { path: ["laws"], codes: plan.laws.map((law) => law.key) },
    {
      path: ["organisation", "leadingGroup", "memberDepartments"],
      codes: plan.organisation.leadingGroup.memberDepartments.map(codeOf),
    },
    { path: ["fundClasses"], codes: plan.fundClasses.map(codeOf) },
    { path: ["fundLines"], codes: plan.fundLines.map(codeOf) },
    { path: ["categories"], codes: plan.categories.map(codeOf) },
    { path: ["evidenceKinds"], codes: plan.evidenceKinds.map(codeOf) },
    { path: ["kinds"], codes: plan.kinds.map(codeOf) },
    { path: ["organisation", "cityGroup", "departments"], codes: plan.organisation.cityGroup.departments },
    { path: ["spotChecks", "conclusions"], codes: plan.spotChecks.conclusions.map((one) => one.conclusion) },
    ...plan.kinds.map((kind, place) => ({ path: ["kinds", place, "fundLines"], codes: kind.fundLines })),
    { path: ["phases"], codes: plan.phases.flatMap((phase) => phase.gates.map((gate) => gate.rule)) },
    { path: ["selfCheckDepartments"], codes: plan.selfCheckDepartments.map(codeOf) },
    { path: ["urgentReports"], codes: plan.urgentReports.map(codeOf) },
  ];
  return lists.flatMap(({ path, codes }) => {
    const twice = codes.filter((code, place) => codes.indexOf(code) !== place);
    return [...new Set(twice)].map((code) => mistake(path, "planCodeTwice", { code }));
  });
}

function unknownCodes(plan: PlanFields): PlanMistake[] {
  const laws = new Set(plan.laws.map((law) => law.key));
  const fundLines = new Set(plan.fundLines.map(codeOf));
  const fundClasses = new Set(plan.fundClasses.map(codeOf));
  const categories = new Set(plan.categories.map(codeOf));
  const evidence = new Set(plan.evidenceKinds.map(codeOf));
  const departments = new Set(plan.organisation.leadingGroup.memberDepartments.map(codeOf));
  const uses: { path: Path; code: string; known: ReadonlySet<string> }[] = [
    { path: ["issuedUnder", "law"], code: plan.issuedUnder.law, known: laws },
    { path: ["organisation", "office", "department"], code: plan.organisation.office.department, known: departments },
    ...plan.organisation.cityGroup.departments.map((code, place) => ({
      path: ["organisation", "cityGroup", "departments", place],
      code,
      known: departments,
    })),
    ...plan.fundLines.map((line, place) => ({
      path: ["fundLines", place, "fundClass"],
      code: line.fundClass,
      known: fundClasses,
    })),
    ...plan.urgentReports.map((report, place) => ({
      path: ["urgentReports", place, "law"],
      code: report.law,
      known: laws,
    })),
    ...plan.kinds.flatMap((kind, place) => [
      { path: ["kinds", place, "category"], code: kind.category, known: categories },
      ...kind.fundLines.map((code, at) => ({ path: ["kinds", place, "fundLines", at], code, known: fundLines })),
      ...kind.basis.map(({ law }, at) => ({ path: ["kinds", place, "basis", at, "law"], code: law, known: laws })),
      ...kind.evidence.map((code, at) => ({ path: ["kinds", place, "evidence", at], code, known: evidence })),
    ]),
  ];
  return uses
    .filter((use) => !use.known.has(use.code))
    .map((use) => mistake(use.path, "planUnknownCode", { code: use.code }));
}

function organisationMistakes(plan: PlanFields): PlanMistake[] {
  const leads = plan.organisation.leadingGroup.memberDepartments.filter((department) => department.isLead).length;
  return leads === 1
    ? []
    : [mistake(["organisation", "leadingGroup", "memberDepartments"], "planOneLead", { count: leads })];
}

/** The marks add up to 100, every conclusion is listed, and one of them fits a total of nothing. */
function spotCheckMistakes({ spotChecks }: PlanFields): PlanMistake[] {
  const total = Object.values(spotChecks.fullMarks).reduce((sum, marks) => sum + marks, 0);
  const listed = spotChecks.conclusions.map((one) => one.conclusion);
  const lowest = spotChecks.conclusions.some((one) => one.marksMin === 0);
  return [
    ...(total === FULL_MARKS ? [] : [mistake(["spotChecks", "fullMarks"], "planMarksTotal", { total })]),
    ...(lowest && CONCLUSIONS.every((one) => listed.includes(one))
      ? []
      : [mistake(["spotChecks", "conclusions"], "planConclusions", {})]),
  ];
}

function catalogueMistakes(plan: PlanFields): PlanMistake[] {
  const used = new Set(plan.fundLines.map((line) => line.fundClass));
  const laws = new Map(plan.laws.map((law) => [law.key, law]));
  const empty = plan.fundClasses.flatMap(({ code }, place) =>
    used.has(code) ? [] : [mistake(["fundClasses", place], "planFundClassEmpty", { code })],
  );
  const baseless = plan.kinds.flatMap(({ code, basis }, place) => {
    const holds = basis.some(({ law, until }) => {
      const text = laws.get(law);
      return (
        text !== undefined &&
        text.effectiveFrom <= plan.period.endsOn &&
        isNotBefore(until, plan) &&
        isNotBefore(text.effectiveUntil, plan)
      );
    });
    return holds ? [] : [mistake(["kinds", place, "basis"], "planBasisNotInForce", { code })];
  });
  const bands = plan.urgentReports.flatMap(({ amountFenMin, amountFenBelow }, place) => {
    const isBand = amountFenMin === null || amountFenBelow === null || BigInt(amountFenMin) < BigInt(amountFenBelow);
    return isBand ? [] : [mistake(["urgentReports", place, "amountFenBelow"], "planAmountBand", {})];
  });
  return [...empty, ...baseless, ...bands];
}

function phaseMistakes(plan: PlanFields): PlanMistake[] {
  const keys = plan.phases.map((phase) => phase.key);
  if (keys.join() !== PHASES.join()) return [mistake(["phases"], "planPhaseOrder", {})];
  return plan.phases.flatMap((phase, place) => {
    const before = plan.phases[place - 1];
    const expected = before === undefined ? phase.startsOn : addDays(before.endsOn, 1);
    return [
      ...(phase.endsOn < phase.startsOn ? [mistake(["phases", place, "endsOn"], "planPhaseEndsEarly", {})] : []),
      ...(phase.startsOn === expected ? [] : [mistake(["phases", place, "startsOn"], "planPhasesApart", { expected })]),
    ];
  });
}

function daysOutside(plan: PlanFields): PlanMistake[] {
  const { startsOn: from, endsOn: to } = plan.period;
  if (to < from) return [mistake(["period", "endsOn"], "planPhaseEndsEarly", {})];
  const days: { path: Path; on: Day }[] = [
    { path: ["deadlines", "rectificationDefaultOn"], on: plan.deadlines.rectificationDefaultOn },
    { path: ["deadlines", "citySummaryOn"], on: plan.deadlines.citySummaryOn },
    { path: ["sheetTemplate", "closingOn"], on: plan.sheetTemplate.closingOn },
    ...plan.phases.flatMap((phase, place) => [
      { path: ["phases", place, "startsOn"], on: phase.startsOn },
      { path: ["phases", place, "endsOn"], on: phase.endsOn },
    ]),
  ];
  return days
    .filter(({ on }) => on < from || on > to)
    .map(({ path }) => mistake(path, "planOutsidePeriod", { from, to }));
}

function codeOf(entry: { code: string }): string {
  return entry.code;
}

function isNotBefore(until: Day | null, plan: PlanFields): boolean {
  return until === null || until >= plan.period.startsOn;
}
