import { type Act, found } from "@anji/database";
import { type Fen, type Id, newId } from "@anji/kernel";
import { asc, eq, sql } from "drizzle-orm";
import type { Channel } from "./finding.ts";
import type { FindingRecord } from "./finding-rows.ts";
import { findingLine } from "./tables.ts";

export type LineRecord = typeof findingLine.$inferSelect;

const CHANNEL_COLUMNS = {
  recovered: "recovered_fen",
  repaid: "repaid_fen",
  rebooked: "rebooked_fen",
  writtenOff: "written_off_fen",
} as const satisfies Record<Channel, string>;

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

/** Step: a movement of money, with the sums of its line and its head, in one statement. */
export async function settle(
  act: Pick<Act, "tx" | "actor" | "now">,
  options: { before: FindingRecord; movement: Movement; importId: Id<"ledgerImport"> | null },
): Promise<void> {
  const { before, movement } = options;
  const column = sql.identifier(CHANNEL_COLUMNS[movement.channel]);
  const amount = sql`${movement.amountFen.toString()}::bigint`;
  const at = sql`${act.now.toISOString()}::timestamptz`;
  const rows = await act.tx.execute(sql`
    with moved as (
      insert into findings.settlement (finding_id, id, line_no, region_path, channel, amount_fen, settled_on, voucher_no, note,
        import_id, recorded_by, recorded_by_name, recorded_at)
      values (${before.id}, ${newId<"settlement">(act.now)}, ${movement.lineNo}, ${before.regionPath}, ${movement.channel}, ${amount},
        ${movement.settledOn}, ${movement.voucherNo}, ${movement.note}, ${options.importId}::uuid,
        ${act.actor.personId}, ${act.actor.name}, ${at})
    ), line as (
      update findings.finding_line set ${column} = ${column} + ${amount}
      where finding_id = ${before.id} and line_no = ${movement.lineNo}
    )
    update findings.finding set ${column} = ${column} + ${amount}, version = version + 1, changed_at = ${at}
    where id = ${before.id} and version = ${before.version}
    returning id`);
  found(rows[0]);
}

export type ChangedLine = { lineNo: number; fundLine: string; kind: string; foundFen: Fen };

/** Step: other funds, kinds or amounts on the lines, with the head's sum, in one statement. The head's version is left to its own write. */
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
