import { type Act, found, insertion } from "@anji/database";
import { type Fen, type Id, newId, type RegionPath } from "@anji/kernel";
import { asc, eq, sql } from "drizzle-orm";
import type { Channel } from "./finding.ts";
import type { FindingRecord } from "./finding-rows.ts";
import { finding, findingLine, settlement } from "./tables.ts";

export type LineRecord = typeof findingLine.$inferSelect;

/** Step: the lines of a finding, in order. The finding itself is locked by the caller. */
export async function linesOf(act: Pick<Act, "tx">, id: Id<"finding">): Promise<LineRecord[]> {
  return act.tx.select().from(findingLine).where(eq(findingLine.findingId, id)).orderBy(asc(findingLine.lineNo));
}

export type Movement = {
  lineNo: number;
  channel: Channel;
  amountFen: Fen;
  settledOn: string;
  voucherNo: string;
  note: string;
};

/** A movement as its row. */
export function settlementOf(
  act: Pick<Act, "actor" | "now">,
  options: {
    of: { readonly id: Id<"finding">; readonly regionPath: RegionPath };
    movement: Movement;
    importId: Id<"ledgerImport"> | null;
  },
): typeof settlement.$inferInsert {
  const { of, movement, importId } = options;
  const by = { recordedBy: act.actor.personId, recordedByName: act.actor.name, recordedAt: act.now };
  return { findingId: of.id, id: newId(act.now), regionPath: of.regionPath, ...movement, importId, ...by };
}

/** Step: a movement of money, with the sums of its line and its head, in one statement. */
export async function settle(
  act: Pick<Act, "tx" | "actor" | "now">,
  options: { before: FindingRecord; movement: Movement; importId: Id<"ledgerImport"> | null },
): Promise<void> {
  const { before, movement } = options;
  const column = sql.identifier(finding[`${movement.channel}Fen`].name);
  const amount = sql`${movement.amountFen.toString()}::bigint`;
  const rows = await act.tx.execute(sql`
    with moved as (${insertion(settlement, [settlementOf(act, { ...options, of: before })])}),
    line as (
      update findings.finding_line set ${column} = ${column} + ${amount}
      where finding_id = ${before.id} and line_no = ${movement.lineNo}
    )
    update findings.finding set ${column} = ${column} + ${amount}, version = version + 1,
      changed_at = ${act.now.toISOString()}::timestamptz
    where id = ${before.id} and version = ${before.version}
    returning id`);
  found(rows[0]);
}

export type ChangedLine = { lineNo: number; fundLine: string; kind: string; foundFen: Fen };

/**
 * Step: other funds, kinds or amounts on the lines, with the head's sum, in one statement. The head's own write raises
 * its version.
 */
export async function changeLines(
  act: Pick<Act, "tx">,
  options: { before: FindingRecord; lines: readonly ChangedLine[] },
): Promise<void> {
  const { before, lines } = options;
  const found_fen = lines.reduce((sum, line) => sum + line.foundFen, 0n);
  const rows = JSON.stringify(
    lines.map((line) => ({
      line_no: line.lineNo,
      fund_line: line.fundLine,
      kind: line.kind,
      found_fen: line.foundFen.toString(),
    })),
  );
  await act.tx.execute(sql`
    with line as (
      update findings.finding_line set fund_line = changed.fund_line, kind = changed.kind, found_fen = changed.found_fen
      from jsonb_to_recordset(${rows}::text::jsonb) as changed (line_no integer, fund_line text, kind text, found_fen bigint)
      where finding_line.finding_id = ${before.id} and finding_line.line_no = changed.line_no
    )
    update findings.finding set found_fen = ${found_fen.toString()}::bigint where id = ${before.id}`);
}
