import { type CampaignRow, heldCampaign } from "@anji/campaign/queries";
import { type Act, type Done, found } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import { type Id, refuse } from "@anji/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { PoolRow } from "../declaration.checks.ts";
import type { DeclarantState } from "../declaration.state.ts";
import { type Area, poolRows } from "../queries/ledger-rows.ts";
import { type DeclarationRow, ownerOf, type Region, unitStates } from "../queries/unit-states.ts";
import { declaration } from "../tables.ts";
import type { UnitState } from "../unit.state.ts";

export type HeldUnit = {
  readonly campaign: CampaignRow;
  readonly region: Region;
  readonly area: Area;
  readonly unit: UnitState;
};

/** Step: the self-check of one unit, held until the act ends, so that its departments act one after the other. */
export async function heldUnit(
  act: Act,
  { campaignId, unitCode }: { campaignId: Id<"campaign">; unitCode: string },
): Promise<HeldUnit> {
  const region = await regionInScope(act, unitCode);
  const campaign = await heldCampaign(act, campaignId);
  const key = `selfChecks:${campaign.id}:${region.code}`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const area: Area = { campaign, has: (column) => eq(column, region.regionPath) };
  const [unit] = await unitStates(act, area, [region]);
  if (unit === undefined) refuse({ code: "precondition", rule: "selfChecks.nothingOwed" });
  return { campaign, region, area, unit };
}

/** Step: the declaration of an act with its unit held, and its row as it is now. */
export async function heldDeclaration(
  act: Act,
  input: { id: Id<"declaration">; version: number },
): Promise<HeldUnit & { one: DeclarantState; row: DeclarationRow }> {
  const named = and(eq(declaration.id, input.id), act.scope(declaration.regionPath));
  const [seen] = await act.tx.select().from(declaration).where(named);
  const { campaignId, unitCode, declarant } = found(seen);
  const held = await heldUnit(act, { campaignId, unitCode });
  const row = found((await act.tx.select().from(declaration).where(named).for("update"))[0]);
  if (row.version !== input.version) refuseStale(row);
  return { ...held, one: declarantOf(held.unit, declarant), row };
}

export function declarantOf(unit: UnitState, code: string): DeclarantState {
  const one = unit.declarants.find((state) => state.declarant.code === code);
  return one ?? refuse({ code: "invalid", rule: "selfChecks.declarantUnknown" });
}

export function refuseStale(row: DeclarationRow | null): never {
  return refuse({ code: "stale", rule: "kernel.stale", current: declarationAnswer(row) });
}

/** The columns of a declaration that nobody has signed. */
export const UNSIGNED = {
  head: null,
  promise: null,
  signatureHash: null,
  signedBy: null,
  signedByName: null,
  signedAt: null,
  isLate: false,
} as const;

/** Ends an act on a declaration: signal and audit row. The act has written the row. */
export function declared<Answer>(
  act: Act,
  { before, after, answer }: { before: DeclarationRow | null; after: DeclarationRow; answer: Answer },
): Done<Answer> {
  const { id: subjectId, regionPath, campaignId } = after;
  act.signal({ topic: "selfChecks.changed", subjectId, regionPath });
  return act.done({ subjectKind: "declaration", subjectId, regionPath, campaignId, before, after, answer });
}

/** What a person sees of a declaration after an act. */
export function declarationAnswer(row: DeclarationRow | null) {
  return {
    id: row?.id ?? null,
    declarant: row?.declarant ?? null,
    answeredBy: row?.answeredByName ?? null,
    signedBy: row?.signedByName ?? null,
    isLate: row?.isLate ?? false,
    version: row?.version ?? null,
  };
}

/** Step: the findings a declarant may name, as they are now. */
export async function poolOf(act: Act, { area, region }: HeldUnit, one: DeclarantState): Promise<PoolRow[]> {
  const owner = ownerOf(one.declarant, region.code);
  return (await poolRows(act, area)).filter((row) => row.owner === owner);
}
