import { planTemplates } from "@anji/campaign/queries";
import { levelOfPath, pathOfCode } from "@anji/kernel";
import { departmentsOf } from "@anji/organisation";

type Member = { position: "head" | "deputy" | "member"; name: string; body: string; department: string | null };
type Group = { leadDepartment: string | null; officeDepartment: string | null; members: Member[] };

/** A leading group of this unit with everything the product's plan asks for. */
export function completeGroup(unitCode: string, mark: string): Group {
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  const level = levelOfPath(pathOfCode(unitCode));
  const departments = departmentsOf(plan, level).map(({ code, system }): Member => ({
    position: "member",
    name: `${mark}${system}`,
    body: `${mark}${system}部门`,
    department: code,
  }));
  const lead = level === "province" ? plan.organisation.office.department : null;
  return {
    leadDepartment: lead,
    officeDepartment: lead,
    members: [
      { position: "head", name: `${mark}组长`, body: `${mark}政府`, department: null },
      { position: "deputy", name: `${mark}副组长`, body: `${mark}政府`, department: null },
      ...departments,
    ],
  };
}

/** The sections of an implementing plan, each of which says something. */
export function planSections(mark: string) {
  return {
    tasks: `${mark}对五项社会保险基金开展自查自纠。`,
    goals: `${mark}摸清底数，纠正违规问题，健全机制。`,
    division: `${mark}劳动保障部门牵头，各部门分工负责。`,
    measures: `${mark}建立问题台账，实行月报告和逐项销号。`,
  };
}

/** The result of a check that adds up to `qualified` in the product's plan. */
export function checkResult(visitedOn: string) {
  return {
    scores: {
      earnest: { score: 20, remark: "自查有方案有记录，各部门均已签字。" },
      corrected: { score: 32, remark: "抽看问题五件，四件到位，一件在办。" },
      risks: { score: 12, remark: "已排查风险点并逐一定人防范落实。" },
      institutions: { score: 12, remark: "内控制度基本健全，审批手续留痕。" },
      proposals: { score: 4, remark: "就长效机制提出了两条改进建议。" },
    },
    visitedOn: [visitedOn],
    conclusion: "qualified" as const,
  };
}
