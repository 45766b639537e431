import { randomUUID } from "node:crypto";
import type { CampaignPlan } from "@anji/campaign";
import type { ActorCtx } from "@anji/database";
import type { Id } from "@anji/kernel";
import { type Cell, isSamePlace, placesOf } from "./declaration.ts";
import { declarationMatrix } from "./queries/index.ts";
import { answerDeclaration, signDeclaration, signUnit } from "./verbs/index.ts";

type Matrix = Awaited<ReturnType<typeof declarationMatrix>>;
type Rows = Matrix["rows"];
type Place = { campaignId: Id<"campaign">; unitCode: string };

export const SEARCHED = "王某等3人，查2006年至2008年凭证420册。";

/** Every place answered: found where these rows lie, nothing elsewhere. */
export function answersNaming(plan: CampaignPlan, rows: Rows): Cell[] {
  return placesOf(plan).map((place) => {
    const here = rows.filter((row) => isSamePlace(row, place));
    const answer = here.length > 0 ? ("found" as const) : ("nothing" as const);
    return { ...place, answer, reason: null, findings: here.map((row) => row.findingId) };
  });
}

/** The self-check of a whole unit: the first department names the unit's findings, each agency its own. */
export async function declaredUnit(
  by: { clerk: ActorCtx; reviewer: ActorCtx },
  { plan, ...place }: Place & { plan: CampaignPlan },
): Promise<Awaited<ReturnType<typeof signUnit>>> {
  const { declarants, rows } = await declarationMatrix(by.clerk, place);
  for (const [at, one] of declarants.entries()) {
    const own = at === 0 || one.kind === "agency" ? rows.filter((row) => row.owner === one.owner) : [];
    const answered = await answerDeclaration(by.clerk, {
      ...place,
      commandId: randomUUID(),
      declarant: one.code,
      version: one.version,
      searched: SEARCHED,
      cells: answersNaming(plan, own),
    });
    const { id, rowsHash, version } = answered;
    if (version === null) throw new Error("an answer has a version");
    await signDeclaration(by.reviewer, { commandId: randomUUID(), id, version, head: "李某", rowsHash });
  }
  const { partsHash, signature } = await declarationMatrix(by.reviewer, place);
  const version = signature?.version ?? null;
  return signUnit(by.reviewer, { ...place, commandId: randomUUID(), version, head: "张某", partsHash });
}
