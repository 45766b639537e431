import { type Act, type ActorCtx, type Ctx, systemAct } from "@anji/database";
import { type Actor, type Id, pathOfCode, refuse, refuseAt } from "@anji/kernel";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { firstAdministratorsInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { unitInScope } from "../queries/units.ts";
import { PROVINCES, regionTree } from "../regions/region-tree.ts";
import { createAccount } from "../sign-in/accounts.ts";
import { unit, user } from "../tables.ts";
import { insertPerson } from "./people.ts";

type Input = z.output<typeof firstAdministratorsInput>;

/** The first visit to an empty installation: loads the province's region tree and makes its administrators. */
export async function createFirstAdministrators(ctx: Ctx, input: Input): Promise<{ usernames: string[] }> {
  refuseUnknownProvince(input.provinceCode);
  return install(installerOf(ctx, input), input);
}

const install = systemAct(
  {
    permission: jurisdictionsPermissions.install,
    command: (input: Input) => {
      const administrators = input.administrators.map(({ name, username }) => ({ name, username }));
      return { ...input, administrators };
    },
  },
  async (act, { provinceCode, administrators }) => {
    await refuseUnlessEmpty(act);
    await loadRegionTree(act, provinceCode);
    const home = await unitInScope(act, provinceCode);
    for (const { name, username, password } of administrators) {
      const authUserId = await createAccount(act, { name, username, password, isTemporary: false });
      await insertPerson(act, {
        name,
        username,
        authUserId,
        roles: ["administrator"],
        department: null,
        home,
        isService: false,
      });
    }
    const answer = { usernames: administrators.map((one) => one.username) };
    const subject = { subjectKind: "unit", subjectId: home.code, regionPath: home.regionPath, campaignId: null };
    return act.done({ ...subject, before: null, after: answer, answer });
  },
);

// There is no person yet. The act is the installation's own, under the id of its command, so a repeated send finds its
// answer.
function installerOf(ctx: Ctx, input: { commandId: string; provinceCode: string }): ActorCtx {
  const { commandId, provinceCode } = input;
  const path = pathOfCode(provinceCode);
  const actor: Actor = {
    personId: commandId as Id<"person">, // a UUID checked at the edge
    name: "初始设置",
    unitCode: provinceCode,
    unitName: provinceCode,
    level: "province",
    path,
    department: null,
    roles: ["administrator"],
    isService: true,
  };
  return { ...ctx, actor };
}

function refuseUnknownProvince(code: string): void {
  if (!PROVINCES.includes(code)) refuseAt("provinceCode", "jurisdictions.provinceUnknown");
}

async function refuseUnlessEmpty(act: Act): Promise<void> {
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first administrators', 0))`);
  const rows = await act.tx.select({ id: user.id }).from(user).limit(1);
  if (rows.length > 0) refuse({ code: "conflict", rule: "jurisdictions.alreadyInstalled" });
}

/** Step: the region tree of a province, from the product's own file. */
async function loadRegionTree(act: Act, provinceCode: string): Promise<void> {
  await act.tx.insert(unit).values(regionTree(provinceCode)).onConflictDoNothing();
}
