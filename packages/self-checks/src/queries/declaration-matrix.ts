import { campaignOf } from "@anji/campaign/queries";
import { type ActorCtx, read, type Reader, together } from "@anji/database";
import { regionInScope } from "@anji/jurisdictions/queries";
import type { Refusal } from "@anji/kernel";
import { wireRefusal } from "@anji/rpc";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { PoolRow } from "../declaration.checks.ts";
import type { CellState, DeclarantState } from "../declaration.state.ts";
import { whyNotAnswer, whyNotReturn, whyNotSign, whyNotSignUnit } from "../declaration.policy.ts";
import type { declarationMatrixInput } from "../inputs.ts";
import { declaration } from "../tables.ts";
import { rowsHashOf } from "../rows-hash.ts";
import { type Area, poolRows } from "./ledger-rows.ts";
import { type DeclarationRow, ownerOf, partsHashOf, unitStates } from "./unit-states.ts";

const ROWS_MAX = 1000;

/** The self-check of one unit: department × fund × category, the rows they may name, and what this person may do. */
export async function declarationMatrix(ctx: ActorCtx, input: z.output<typeof declarationMatrixInput>) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const region = await regionInScope(reader, input.unitCode);
    const area: Area = { campaign, has: (column) => eq(column, region.regionPath) };
    const [unit] = await unitStates(reader, area, [region]);
    const [rows, pool] = await together(
      () => rowsOf(reader, { campaignId: campaign.id, unitCode: region.code }),
      () => poolRows(reader, area),
    );
    const { phase } = campaign;
    const wire = (why: Refusal | null) => (why === null ? null : wireRefusal(why, ctx));
    const declarants = (unit?.declarants ?? []).map((one) => {
      const owner = ownerOf(one.declarant, region.code);
      const row = rows.find((each) => each.declarant === one.declarant.code) ?? null;
      const asked = { actor: ctx.actor, phase, unitCode: region.code, one };
      const acts = {
        answer: wire(whyNotAnswer(asked)),
        sign: wire(whyNotSign(asked)),
        return: wire(whyNotReturn(asked)),
      };
      return { ...shown(one, row), owner, rowsHash: row === null ? null : rowsHashOf(row, pool), whyNot: acts };
    });
    return {
      unitCode: region.code,
      unitName: region.name,
      promise: campaign.plan.selfCheckPromise,
      departments: campaign.plan.selfCheckDepartments.map(({ code, note }) => ({ code, note })),
      declarants,
      rows: pool.map(shownRow),
      undeclaredCount: unit?.undeclaredCount ?? 0,
      isSigned: unit?.isSigned ?? false,
      signature: signatureOf(unit?.signature ?? null),
      partsHash: partsHashOf(unit?.declarants ?? []),
      whyNotSign: unit === undefined ? null : wire(whyNotSignUnit({ actor: ctx.actor, phase, unit })),
    };
  });
}

function shown({ declarant, state, cells }: DeclarantState, row: DeclarationRow | null) {
  return {
    code: declarant.code,
    name: declarant.name,
    kind: declarant.kind,
    state,
    id: row?.id ?? null,
    version: row?.version ?? null,
    searched: row?.searched ?? "",
    answeredBy: row?.answeredByName ?? null,
    head: row?.head ?? null,
    signedBy: row?.signedByName ?? null,
    signedAt: row?.signedAt?.toISOString() ?? null,
    signatureHash: row?.signatureHash ?? null,
    isLate: row?.isLate ?? false,
    returnedRemark: row?.returnedRemark ?? null,
    cells: cells.map(shownCell),
  };
}

function shownCell({ findings, foundFen, ...cell }: CellState) {
  return { ...cell, findings: [...findings], foundFen: foundFen.toString() };
}

function shownRow({ foundFen, version: _, ...row }: PoolRow & { owner: string; summary: string }) {
  return { ...row, foundFen: foundFen.toString() };
}

function signatureOf(
  signature: { version: number; head: string; signedByName: string; signedAt: Date; isLate: boolean } | null,
) {
  if (signature === null) return null;
  const { version, head, signedByName: signedBy, signedAt, isLate } = signature;
  return { version, head, signedBy, signedAt: signedAt.toISOString(), isLate };
}

async function rowsOf(
  reader: Reader,
  { campaignId, unitCode }: { campaignId: DeclarationRow["campaignId"]; unitCode: string },
): Promise<DeclarationRow[]> {
  return reader.tx
    .select()
    .from(declaration)
    .where(
      and(
        eq(declaration.campaignId, campaignId),
        eq(declaration.unitCode, unitCode),
        reader.scope(declaration.regionPath),
      ),
    )
    .limit(ROWS_MAX);
}
