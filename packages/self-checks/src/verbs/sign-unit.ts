import { verb } from "@anji/database";
import { fen, refuse, refuseIf } from "@anji/kernel";
import { isLateOn } from "../declaration.ts";
import { whyNotSignUnit } from "../declaration.policy.ts";
import { signUnitInput } from "../inputs.ts";
import { selfChecksPermissions } from "../permissions.ts";
import { partsHashOf } from "../queries/unit-states.ts";
import { unitSignature } from "../tables.ts";
import { heldUnit } from "./held-unit.ts";

/** The unit's signature over all its departments. It binds their signatures: when one signs again, so does the unit. */
export const signUnit = verb(
  { permission: selfChecksPermissions.signUnit, input: signUnitInput },
  async (act, input) => {
    const { campaign, region, unit } = await heldUnit(act, input);
    refuseIf(whyNotSignUnit({ actor: act.actor, phase: campaign.phase, unit }));
    const before = unit.signature;
    if (input.version !== (before?.version ?? null)) {
      refuse({ code: "stale", rule: "kernel.stale", current: { version: before?.version ?? null } });
    }
    const partsHash = partsHashOf(unit.declarants);
    if (partsHash !== input.partsHash) refuse({ code: "conflict", rule: "selfChecks.rowsMoved" });
    const cells = unit.declarants.flatMap((one) => one.cells);
    const foundCount = cells.reduce((sum, one) => sum + one.count, 0);
    const after = {
      campaignId: campaign.id,
      unitCode: region.code,
      regionPath: region.regionPath,
      version: (before?.version ?? 0) + 1,
      partsHash,
      head: input.head,
      promise: campaign.plan.selfCheckPromise,
      outcome: foundCount > 0 ? ("findings" as const) : ("nil" as const),
      foundCount,
      foundFen: fen(cells.reduce((sum, one) => sum + one.foundFen, 0n)),
      signedBy: act.actor.personId,
      signedByName: act.actor.name,
      signedAt: act.now,
      isLate: isLateOn(campaign, act.today),
    };
    await act.tx.insert(unitSignature).values(after);
    act.signal({ topic: "selfChecks.changed", subjectId: campaign.id, regionPath: region.regionPath });
    const { unitCode, version, outcome, isLate } = after;
    return act.done({
      subjectKind: "declaration",
      subjectId: campaign.id,
      regionPath: region.regionPath,
      campaignId: campaign.id,
      before,
      after,
      answer: { unitCode, version, outcome, foundCount, isLate },
    });
  },
);
