import { verb } from "@anji/database";
import { refuseIf } from "@anji/kernel";
import { eq } from "drizzle-orm";
import { whyNotReturn } from "../declaration.policy.ts";
import { returnDeclarationInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import type { DeclarationRow } from "../queries/unit-states.ts";
import { declaration } from "../tables.ts";
import { declarationAnswer, declared, heldDeclaration, UNSIGNED } from "./held-unit.ts";

/** Sends a declaration back for another answer. A signature on it no longer counts; the audit trail keeps it. */
export const returnDeclaration = verb(
  { permission: selfChecksPermissions.returnDeclaration, input: returnDeclarationInput },
  async (act, input) => {
    const { campaign, region, one, row } = await heldDeclaration(act, input);
    refuseIf(whyNotReturn({ actor: act.actor, phase: campaign.phase, unitCode: region.code, one }));
    const after: DeclarationRow = {
      ...row,
      ...UNSIGNED,
      returnedRemark: input.remark,
      returnedByName: act.actor.name,
      returnedAt: act.now,
      version: row.version + 1,
    };
    await act.tx.update(declaration).set(after).where(eq(declaration.id, row.id));
    return declared(act, { before: row, after, answer: declarationAnswer(after) });
  },
);
