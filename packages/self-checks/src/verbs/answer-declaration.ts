import { type Act, verb } from "@anji/database";
import { newId, refuseIf, invalid } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { answerMistakes } from "../declaration.checks.ts";
import { placesOf } from "../declaration.ts";
import { whyNotAnswer } from "../declaration.policy.ts";
import { answerDeclarationInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import type { DeclarationRow } from "../queries/unit-states.ts";
import { rowsHashOf } from "../rows-hash.ts";
import { declaration } from "../tables.ts";
import { declarantOf, declarationAnswer, declared, heldUnit, poolOf, refuseStale, UNSIGNED } from "./held-unit.ts";
import { isNamed, keepNamed } from "./named-findings.ts";

/**
 * A department's answers, place by place. Part of them may be kept; the signature needs them all. An answer takes an
 * earlier signature away, so it is open only where the signed one was returned or has changed.
 */
export const answerDeclaration = verb(
  { permission: selfChecksPermissions.answer, input: answerDeclarationInput },
  async (act, input) => {
    const held = await heldUnit(act, input);
    const { campaign, region } = held;
    const one = declarantOf(held.unit, input.declarant);
    refuseIf(whyNotAnswer({ actor: act.actor, phase: campaign.phase, unitCode: region.code, one }));
    const before = await rowOf(act, one.declaration?.id ?? null);
    if (input.version !== (before?.version ?? null)) refuseStale(before);
    const rows = await poolOf(act, held, one);
    const { searched, declarant } = input;
    const cells = input.cells.map((cell) => ({ ...cell, findings: [...cell.findings] }));
    refuseIf(invalid(answerMistakes({ declarant, places: placesOf(campaign.plan), cells, searched, rows })));
    const after: DeclarationRow = {
      ...UNSIGNED,
      ...NOT_RETURNED,
      id: before?.id ?? newId<"declaration">(act.now),
      campaignId: campaign.id,
      unitCode: region.code,
      regionPath: region.regionPath,
      declarant,
      declarantName: one.declarant.name,
      cells,
      searched,
      answeredBy: act.actor.personId,
      answeredByName: act.actor.name,
      answeredAt: act.now,
      firstSignedAt: before?.firstSignedAt ?? null,
      version: (before?.version ?? 0) + 1,
    };
    await act.tx.insert(declaration).values(after).onConflictDoUpdate({ target: declaration.id, set: after });
    await keepNamed(act, after, rows);
    const answered = rows.map((row) => ({ ...row, declaredBy: isNamed(after, row) ? declarant : row.declaredBy }));
    const answer = { ...declarationAnswer(after), id: after.id, rowsHash: rowsHashOf(after, answered) };
    return declared(act, { before, after, answer });
  },
);

/** An answer takes an earlier return away. */
const NOT_RETURNED = { returnedRemark: null, returnedByName: null, returnedAt: null } as const;

async function rowOf(act: Act, id: DeclarationRow["id"] | null): Promise<DeclarationRow | null> {
  if (id === null) return null;
  const rows = await act.tx.select().from(declaration).where(eq(declaration.id, id)).for("update");
  return rows[0] ?? null;
}
