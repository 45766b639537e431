import { type Gate, standingOf } from "@anji/campaign";
import { departmentsOf } from "./declaration.ts";

/** What the gate knows of a unit: agencies that declare beside the departments, and signatures that hold. */
export type SelfCheckFacts = { readonly agencyCount: number; readonly signedCount: number; readonly isSigned: boolean };
export const NO_SELF_CHECK: SelfCheckFacts = { agencyCount: 0, signedCount: 0, isSigned: false };

export const selfCheckGates: readonly Gate<SelfCheckFacts>[] = [
  {
    // 各市、县按照专项治理内容，组织涉及社会保险基金经办和管理的部门开展自查
    key: "selfChecks.declarationsComplete",
    levels: ["city", "county"],
    judge: (plan, units) =>
      units.flatMap((unit) => {
        const departments = departmentsOf(plan, unit.level).length;
        if (departments === 0) return [];
        const passed = unit.signedCount + (unit.isSigned ? 1 : 0);
        const total = departments + unit.agencyCount + 1;
        return [standingOf(unit, { passed, total, reason: "selfChecks.departmentMissing" })];
      }),
  },
];
