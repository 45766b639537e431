import type { CampaignPlan } from "@anji/campaign";
import { canonicalHash, found, type Reader } from "@anji/database";
import { findingEvent } from "@anji/findings/tables";
import type { Id } from "@anji/kernel";
import { and, countDistinct, eq, gt, inArray, sql } from "drizzle-orm";
import type { FrozenFigures } from "../figures.ts";
import { cutOff, frozenFigures, frozenLine } from "../tables.ts";
import { figuresOf } from "./figure-sums.ts";
import { unitsOf } from "./frozen-units.ts";

export type CutOffRow = typeof cutOff.$inferSelect;
export type FrozenRow = typeof frozenFigures.$inferSelect;

/** Step: the frozen figures of a cut-off and the cut-off itself. */
export async function frozenOf(
  reader: Pick<Reader, "tx">,
  cutOffId: Id<"cutOff">,
): Promise<{ frozen: FrozenRow; taken: CutOffRow }> {
  const rows = await reader.tx
    .select({ frozen: frozenFigures, taken: cutOff })
    .from(frozenFigures)
    .innerJoin(cutOff, eq(cutOff.id, frozenFigures.cutOffId))
    .where(eq(frozenFigures.cutOffId, cutOffId));
  return found(rows[0]);
}

/** Step: a cut-off of the reader's area. */
export async function cutOffInScope(reader: Pick<Reader, "tx" | "scope">, cutOffId: Id<"cutOff">): Promise<CutOffRow> {
  const rows = await reader.tx
    .select()
    .from(cutOff)
    .where(and(eq(cutOff.id, cutOffId), reader.scope(cutOff.regionPath)));
  return found(rows[0]);
}

/** Step: how many of the findings behind the figures were corrected after the cut-off. */
export async function amendedSince(reader: Pick<Reader, "tx">, taken: CutOffRow): Promise<number> {
  const [row] = await reader.tx
    .select({ findings: countDistinct(findingEvent.subjectId) })
    .from(findingEvent)
    .innerJoin(frozenLine, and(eq(frozenLine.findingId, findingEvent.subjectId), eq(frozenLine.cutOffId, taken.id)))
    .where(and(gt(findingEvent.at, taken.at), inArray(findingEvent.event, ["amend", "importChanges"])));
  return row?.findings ?? 0;
}

/** Step: the hash of the figures, added up again from the frozen rows. */
export async function hashOfRows(
  reader: Pick<Reader, "tx">,
  options: { taken: CutOffRow; plan: CampaignPlan },
): Promise<string> {
  const { id: cutOffId, openingId } = options.taken;
  return frozenHash(reader, {
    cutOffId,
    figures: await figuresOf(reader, { cutOffId, openingId, plan: options.plan }),
  });
}

/** Step: the hash of figures and the rows behind them; equal only when both are equal. */
export async function frozenHash(
  reader: Pick<Reader, "tx">,
  options: { cutOffId: Id<"cutOff">; figures: FrozenFigures },
): Promise<string> {
  const parts = [
    frozenLine.findingId,
    frozenLine.lineNo,
    frozenLine.unitCode,
    frozenLine.unitKey,
    frozenLine.fundLine,
    frozenLine.category,
    frozenLine.kind,
    frozenLine.status,
    frozenLine.isNew,
    frozenLine.isNewlyClosed,
    frozenLine.isPlanned,
    frozenLine.isOverdue,
    frozenLine.reducedFen,
    frozenLine.foundFen,
    frozenLine.recoveredFen,
    frozenLine.repaidFen,
    frozenLine.rebookedFen,
    frozenLine.writtenOffFen,
    frozenLine.newRecoveredFen,
    frozenLine.newRepaidFen,
    frozenLine.newRebookedFen,
    frozenLine.newWrittenOffFen,
    frozenLine.newReducedFen,
  ];
  const line = sql`concat_ws('|', ${sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )})`;
  const order = sql`${frozenLine.numberOrder}, ${frozenLine.lineNo}`;
  const [row] = await reader.tx
    .select({
      lines: sql<string>`encode(sha256(convert_to(coalesce(string_agg(${line}, E'\n' order by ${order}), ''), 'UTF8')), 'hex')`,
    })
    .from(frozenLine)
    .where(eq(frozenLine.cutOffId, options.cutOffId));
  return canonicalHash({ figures: options.figures, lines: row?.lines, units: await unitsOf(reader, options.cutOffId) });
}
