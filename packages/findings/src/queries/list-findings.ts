import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, type Page, pageOf, read, type Reader } from "@anji/database";
import { and, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { WireAmounts } from "../finding.ts";
import type { listFindingsInput } from "../finding.inputs.ts";
import { type FindingRow, findingRows } from "../finding-rows.ts";
import { findingLine } from "../tables.ts";
import { afterCursor, cursorOf, ordering } from "./cursor.ts";
import { conditionsOf, headWithLine } from "./finding-filter.ts";
import { sumsOf } from "./sum-findings.ts";

export type FindingPage = Page<FindingRow>;

/** 问题台账: one page after the last one. Under a filter by fund or kind, amounts are those of the matching lines. */
export async function listFindings(ctx: ActorCtx, input: z.output<typeof listFindingsInput>): Promise<FindingPage> {
  return read(ctx, async (reader) => {
    const campaign = await planOf(reader, input.campaignId);
    const conditions = await conditionsOf(reader, { campaign, filter: input.filter });
    const rows = await findingRows(reader)
      .where(
        and(
          headWithLine(reader, conditions),
          input.cursor === null ? undefined : afterCursor(input.cursor, input.sort),
        ),
      )
      .orderBy(...ordering(input.sort))
      .limit(input.limit + 1)
      .prepare("findings")
      .execute();
    const { items, nextCursor } = pageOf(rows, { limit: input.limit, cursorOf: (last) => cursorOf(input.sort, last) });
    return { items: await withMatchingAmounts(reader, items, conditions.line), nextCursor };
  });
}

/** Step: the amounts of the matching lines instead of the whole finding's, so that rows add up to their sum. */
export async function withMatchingAmounts(
  reader: Pick<Reader, "tx">,
  rows: readonly FindingRow[],
  line: SQL | undefined,
): Promise<FindingRow[]> {
  if (line === undefined || rows.length === 0) return [...rows];
  const sums = await reader.tx
    .select({ id: findingLine.findingId, ...sumsOf(findingLine) })
    .from(findingLine)
    .where(and(sql`${findingLine.findingId} = any(${sql.param(rows.map((row) => row.id))}::uuid[])`, line))
    .groupBy(findingLine.findingId)
    .prepare("matching amounts")
    .execute();
  const matching = new Map(sums.map(({ id, ...amounts }): [string, WireAmounts] => [id, amounts]));
  return rows.map((row) => ({ ...row, ...matching.get(row.id) }));
}
