import { type Act, found, insertion } from "@anji/database";
import { type Fen, fen, type Id, newId, type RegionPath } from "@anji/kernel";
import { asc, eq, sql } from "drizzle-orm";
import type { AmountCause, Channel } from "./finding.ts";
import type { FindingRecord } from "./finding-rows.ts";
import { amountChange, finding, findingLine, settlement } from "./tables.ts";

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
  /** The movement it takes back. */
  reverses?: Id<"settlement">;
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
  options: { before: FindingRecord; movement: Movement; importId: Id<"ledgerImport"> | null; reopens?: boolean },
): Promise<void> {
  const { before, movement } = options;
  const column = sql.identifier(finding[`${movement.channel}Fen`].name);
  const reopening = options.reopens === true ? REOPENED : sql``;
  const amount = sql`${movement.amountFen.toString()}::bigint`;
  const rows = await act.tx.execute(sql`
    with moved as (${insertion(settlement, [settlementOf(act, { ...options, of: before })])}),
    line as (
      update findings.finding_line set ${column} = ${column} + ${amount}
      where finding_id = ${before.id} and line_no = ${movement.lineNo}
    )
    update findings.finding set ${column} = ${column} + ${amount}, version = version + 1,
      changed_at = ${act.now.toISOString()}::timestamptz${reopening}
    where id = ${before.id} and version = ${before.version}
    returning id`);
  found(rows[0]);
}

/** The columns of a finding that is rectified again after its acceptance was asked for or given. */
const REOPENED = sql`, status = 'rectifying', is_returned = true, reported_by = null, closed_by = null, closed_at = null,
      is_checked_on_site = null`;

export type ChangedLine = { lineNo: number; fundLine: string; kind: string; foundFen: Fen };

/**
 * Step: other funds, kinds or amounts on the lines, with the head's sums and the rows that say why, in one statement.
 * The head's own write raises its version. A reduction moves money from 认定 to 核减; any other change leaves 核减.
 */
export async function changeLines(
  act: Pick<Act, "tx" | "actor" | "now">,
  options: { before: FindingRecord; stored: readonly LineRecord[]; lines: readonly ChangedLine[]; cause: AmountCause },
): Promise<void> {
  const { before, stored, lines, cause } = options;
  const steps = lines.flatMap((line) => {
    const old = stored.find((one) => one.lineNo === line.lineNo);
    return old === undefined
      ? []
      : [{ old, line, reducedFen: cause === "reduced" ? old.foundFen - line.foundFen : 0n }];
  });
  const rows = JSON.stringify(
    steps.map(({ line, reducedFen }) => ({
      line_no: line.lineNo,
      fund_line: line.fundLine,
      kind: line.kind,
      found_fen: line.foundFen.toString(),
      reduced_fen: reducedFen.toString(),
    })),
  );
  const changes = steps.flatMap(({ old, line, reducedFen }) => changesOf({ old, line, reducedFen, cause }));
  const by = { findingId: before.id, regionPath: before.regionPath, changedBy: act.actor.personId, changedAt: act.now };
  const foundBy = sum(steps.map(({ old, line }) => line.foundFen - old.foundFen)).toString();
  const reducedBy = sum(steps.map((step) => step.reducedFen)).toString();
  await act.tx.execute(sql`
    with line as (
      update findings.finding_line set fund_line = changed.fund_line, kind = changed.kind, found_fen = changed.found_fen,
        reduced_fen = finding_line.reduced_fen + changed.reduced_fen
      from jsonb_to_recordset(${rows}::text::jsonb)
        as changed (line_no integer, fund_line text, kind text, found_fen bigint, reduced_fen bigint)
      where finding_line.finding_id = ${before.id} and finding_line.line_no = changed.line_no
    ), why as (${insertion(
      amountChange,
      changes.map((change) => ({ ...change, ...by, id: newId<"amountChange">(act.now) })),
    )})
    update findings.finding set found_fen = found_fen + ${foundBy}::bigint, reduced_fen = reduced_fen + ${reducedBy}::bigint
    where id = ${before.id}`);
}

/** The rows for one line. Another fund or kind takes all its money from the old one and gives it to the new one. */
function changesOf(step: { old: LineRecord; line: ChangedLine; reducedFen: bigint; cause: AmountCause }) {
  const { old, line, cause } = step;
  const { lineNo } = line;
  const moves = old.fundLine !== line.fundLine || old.kind !== line.kind;
  const from = { lineNo, cause, fundLine: old.fundLine, kind: old.kind };
  const to = { lineNo, cause, fundLine: line.fundLine, kind: line.kind };
  const parts = moves
    ? [
        { ...from, foundFen: -old.foundFen, reducedFen: -old.reducedFen },
        { ...to, foundFen: line.foundFen, reducedFen: old.reducedFen },
      ]
    : [{ ...to, foundFen: line.foundFen - old.foundFen, reducedFen: step.reducedFen }];
  return parts
    .filter((part) => part.foundFen !== 0n || part.reducedFen !== 0n)
    .map((part) => ({ ...part, foundFen: fen(part.foundFen), reducedFen: fen(part.reducedFen) }));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, one) => total + one, 0n);
}
