import type { Act } from "@anji/database";
import type { Id, RegionPath } from "@anji/kernel";
import { and, eq, isNull, sql } from "drizzle-orm";
import { selfCheck } from "./tables.ts";

type OfRegion = { campaignId: Id<"campaign">; regionPath: RegionPath };

/** Step: a nil result and a self-check finding of one region wait for each other, so that each sees the other. */
export async function holdSelfCheck(act: Pick<Act, "tx">, { campaignId, regionPath }: OfRegion): Promise<void> {
  await act.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`findings.selfCheck:${campaignId}:${regionPath}`}, 0))`,
  );
}

/** Step: a self-check finding makes the region's 零报告 untrue; it no longer counts and the unit signs again. */
export async function voidNilResult(act: Act, { campaignId, regionPath }: OfRegion): Promise<void> {
  const [before] = await act.tx
    .select()
    .from(selfCheck)
    .where(
      and(
        eq(selfCheck.campaignId, campaignId),
        eq(selfCheck.regionPath, regionPath),
        eq(selfCheck.outcome, "nil"),
        isNull(selfCheck.voidedAt),
      ),
    )
    .for("update");
  if (before === undefined) return;
  const voided = { voidedAt: act.now, version: before.version + 1 };
  await act.tx
    .update(selfCheck)
    .set(voided)
    .where(and(eq(selfCheck.id, before.id), eq(selfCheck.version, before.version)));
  act.signal({ topic: "findings.selfCheckVoided", subjectId: before.id, regionPath });
  const subject = { subjectKind: "selfCheck", subjectId: before.id, regionPath, campaignId };
  act.record({ ...subject, before, after: { ...before, ...voided } });
}
