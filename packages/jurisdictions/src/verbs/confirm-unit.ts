import { type Act, found, verb } from "@anji/database";
import { refuse, refuseAt } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import { confirmUnitInput, retireUnitInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { unitInScope, type UnitRow } from "../queries/units.ts";
import { unit } from "../tables.ts";
import { isCounted } from "../unit.ts";
import { refuseOtherUnit } from "./person-row.ts";

/** The province confirms a unit without a national code. Rosters taken later count it. */
export const confirmUnit = verb(
  { permission: jurisdictionsPermissions.confirmUnit, input: confirmUnitInput },
  async (act, input) => {
    const before = await lockedUnit(act, input);
    refuseOtherUnit(act, before.code);
    if (!before.isCustom || before.level === "agency" || before.confirmedBy !== null) {
      refuse({ code: "precondition", rule: "jurisdictions.confirmCustom" });
    }
    if (before.addedBy === act.actor.personId) refuse({ code: "notAllowed", rule: "jurisdictions.confirmOther" });
    return changedUnit(act, before, { confirmedBy: act.actor.personId, confirmedAt: act.now });
  },
);

/** A unit retires, or merges into another, from a day on. It stays in the tree and in every roster taken before. */
export const retireUnit = verb(
  { permission: jurisdictionsPermissions.retireUnit, input: retireUnitInput },
  async (act, input) => {
    const before = await lockedUnit(act, input);
    refuseOtherUnit(act, before.code);
    const { retiredOn, mergedInto, reason: retiredReason } = input;
    if (before.level !== "county" || before.retiredOn !== null) {
      refuse({ code: "precondition", rule: "jurisdictions.retireRegion" });
    }
    if (retiredOn < act.today) refuseAt("retiredOn", "jurisdictions.retireFromToday");
    if (mergedInto !== null) refuseMerger(act, { before, into: await unitInScope(act, mergedInto) });
    return changedUnit(act, before, { retiredOn, mergedInto, retiredReason });
  },
);

function refuseMerger(act: Act, { before, into }: { before: UnitRow; into: UnitRow }): void {
  const isOther = into.level === "county" && into.code !== before.code && isCounted(into, act.today);
  if (!isOther) refuseAt("mergedInto", "jurisdictions.mergeOther");
}

async function lockedUnit(act: Act, input: { code: string; version: number }): Promise<UnitRow> {
  const rows = await act.tx
    .select()
    .from(unit)
    .where(and(eq(unit.code, input.code), act.scope(unit.regionPath)))
    .for("update");
  const row = found(rows[0]);
  if (row.version !== input.version) refuse({ code: "stale", rule: "kernel.stale", current: { id: row.code, ...row } });
  return row;
}

async function changedUnit(
  act: Act,
  before: UnitRow,
  values: Partial<Pick<UnitRow, "confirmedBy" | "confirmedAt" | "retiredOn" | "mergedInto" | "retiredReason">>,
) {
  const { code, regionPath } = before;
  const after = { ...before, ...values, version: before.version + 1 };
  await act.tx
    .update(unit)
    .set({ ...values, version: after.version })
    .where(eq(unit.code, code));
  act.signal({ topic: "jurisdictions.unitChanged", subjectId: code, regionPath });
  return act.done<UnitRow>({
    subjectKind: "unit",
    subjectId: code,
    regionPath,
    campaignId: null,
    before,
    after,
    answer: after,
  });
}
