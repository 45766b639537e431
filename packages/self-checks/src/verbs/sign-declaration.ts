import { canonicalHash, verb } from "@anji/database";
import { refuse, refuseIf } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { answerMistakes } from "../declaration.checks.ts";
import { isLateOn, placesOf } from "../declaration.ts";
import { whyNotSign } from "../declaration.policy.ts";
import { signDeclarationInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import type { DeclarationRow } from "../queries/unit-states.ts";
import { rowsHashOf } from "../rows-hash.ts";
import { declaration } from "../tables.ts";
import { declarationAnswer, declared, heldDeclaration, poolOf } from "./held-unit.ts";
import { keepNamed } from "./named-findings.ts";

/** A department's signature over its rows, with the promise of its head. After the phase it is 迟报. */
export const signDeclaration = verb(
  { permission: selfChecksPermissions.signDeclaration, input: signDeclarationInput },
  async (act, input) => {
    const held = await heldDeclaration(act, input);
    const { campaign, region, one, row } = held;
    refuseIf(whyNotSign({ actor: act.actor, phase: campaign.phase, unitCode: region.code, one }));
    const rows = await poolOf(act, held, one);
    // The ledger may have moved since the answer: what is signed must be true now.
    const [mistake] = answerMistakes({ ...row, places: placesOf(campaign.plan), rows });
    if (mistake !== undefined) refuse({ code: "precondition", rule: mistake.rule, params: mistake.params });
    const rowsHash = rowsHashOf(row, rows);
    if (rowsHash !== input.rowsHash) refuse({ code: "conflict", rule: "selfChecks.rowsMoved" });
    const { head } = input;
    const promise = campaign.plan.selfCheckPromise;
    const after: DeclarationRow = {
      ...row,
      head,
      promise,
      signatureHash: canonicalHash([rowsHash, promise, head]),
      signedBy: act.actor.personId,
      signedByName: act.actor.name,
      signedAt: act.now,
      firstSignedAt: row.firstSignedAt ?? act.now,
      isLate: isLateOn(campaign, act.today),
      version: row.version + 1,
    };
    await act.tx.update(declaration).set(after).where(eq(declaration.id, row.id));
    await keepNamed(act, after, rows);
    const answer = { ...declarationAnswer(after), id: row.id, signatureHash: after.signatureHash };
    return declared(act, { before: row, after, answer });
  },
);
