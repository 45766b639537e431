import { contributed } from "@anji/api";
import { planTemplates } from "@anji/campaign/queries";
import { createCampaign } from "@anji/campaign/verbs";
import { clockSetting } from "@anji/database/tables";
import { setScope } from "@anji/database";
import { unitTree } from "@anji/jurisdictions/queries";
import type { UnitRow } from "@anji/jurisdictions/queries";
import { addPerson, createFirstAdministrators } from "@anji/jurisdictions/verbs";
import { type Day, type Id, knownDay, type Role } from "@anji/kernel";
import { DEMONSTRATION_PASSWORD, demonstrationName, LEADING_CAST } from "./cast.ts";
import { command, type Stage } from "./stage.ts";

export const DEPLOYED_ON = knownDay("2008-07-05");

/** Marks the installation as training and makes the first administrators and the region tree. */
export async function prepareInstallation(
  stage: Stage,
  options: { provinceCode: string; today: Day; shiftMs: number },
): Promise<void> {
  const system = stage.asSystem(options.today);
  await createFirstAdministrators(
    { ...system, actor: null },
    {
      ...command(),
      provinceCode: options.provinceCode,
      administrators: [{ name: "初始管理员", username: "guanliyuan", password: DEMONSTRATION_PASSWORD }],
    },
  );
  await stage.installation.db.transaction(async (tx) => {
    await setScope(tx, system.actor);
    await tx.insert(clockSetting).values({ id: 1, isTraining: true, shiftMs: options.shiftMs });
  });
}

/** The region tree of the demonstration, without agencies. */
export async function regions(stage: Stage): Promise<UnitRow[]> {
  const { items } = await unitTree(stage.asSystem(DEPLOYED_ON));
  return items.filter((unit) => unit.level !== "agency");
}

/** Everyone who acts in the story: the leading cast, a clerk and a reviewer in every city and county. */
export async function addCast(stage: Stage, units: readonly UnitRow[]): Promise<void> {
  const ctx = await stage.as("guanliyuan", DEPLOYED_ON);
  const leading = LEADING_CAST.map((member): CastMember => ({ ...member, roles: [...member.roles] }));
  for (const { who: _, ...member } of [...leading, ...crowd(units)])
    await addPerson(ctx, { ...command(), ...member, password: DEMONSTRATION_PASSWORD });
}

/** User name of a unit's clerk or reviewer in the story. */
export function usernameOf(unitCode: string, role: "clerk" | "reviewer"): string {
  const named = LEADING_CAST.find((member) => member.unitCode === unitCode && member.roles.some((one) => one === role));
  return named?.username ?? `${role === "reviewer" ? "fuhe" : "jingban"}.${unitCode}`;
}

type CastMember = { username: string; name: string; unitCode: string; department: string; roles: Role[]; who: string };

function crowd(units: readonly UnitRow[]): CastMember[] {
  const taken = new Set<string>(LEADING_CAST.map((member) => member.unitCode));
  return units
    .filter((unit) => unit.level !== "province" && !taken.has(unit.code))
    .flatMap((unit, index) => {
      const department = unit.level === "city" ? "劳动保障局" : "社会保险事业管理局";
      const clerk: CastMember = {
        username: `jingban.${unit.code}`,
        name: demonstrationName(index * 2),
        unitCode: unit.code,
        department,
        roles: ["clerk"],
        who: "",
      };
      const reviewer: CastMember = {
        ...clerk,
        username: `fuhe.${unit.code}`,
        name: demonstrationName(index * 2 + 1),
        roles: unit.level === "city" ? ["reviewer", "inspector"] : ["reviewer"],
      };
      return [clerk, reviewer];
    });
}

/** Opens the campaign from the plan that comes with the product. */
export async function openCampaign(stage: Stage): Promise<Id<"campaign">> {
  const [plan] = planTemplates().items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  const administrator = await stage.as("sheng.guanli", DEPLOYED_ON);
  const { id } = await createCampaign(contributed.gates)(administrator, { ...command(), plan });
  return id;
}
