import { fundLine, kind } from "@anji/campaign";
import { planOf } from "@anji/campaign/queries";
import { type ActorCtx, type Page, pageOf, read } from "@anji/database";
import { assertNever, refuse } from "@anji/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ReportedStatus } from "../figures.ts";
import type { rolledRowsInput } from "../inputs.ts";
import type { RollColumn } from "../roll-forward.ts";
import { cutOffInScope } from "./frozen-figures.ts";
import { bothSets, COLUMNS, NEW_COLUMNS, SINCE } from "./rolled-pairs.ts";

export type RolledRow = {
  findingId: string;
  lineNo: number;
  number: string;
  unitName: string;
  fundName: string;
  kindName: string;
  summary: string;
  status: ReportedStatus;
  /** Whether the line is new, was there before, or left the area. */
  change: "new" | "kept" | "left";
  amountFen: string;
};
export type RolledRows = Page<RolledRow> & { sum: { count: number; amountFen: string } };

type Text = Omit<RolledRow, "fundName" | "kindName"> & { fundLine: string; kind: string; numberOrder: string };
type Cell = Pick<z.output<typeof rolledRowsInput>, "by" | "key" | "column">;

/** Exactly the lines that add up to a cell of the roll-forward, from the two frozen sets, with their sum. */
export async function rolledRows(ctx: ActorCtx, input: z.output<typeof rolledRowsInput>): Promise<RolledRows> {
  return read(ctx, async (reader) => {
    const { id, campaignId, openingId } = await cutOffInScope(reader, input.cutOffId);
    const { plan } = await planOf(reader, campaignId);
    const lines = sql`select coalesce(after.finding_id, before.finding_id) as "findingId",
        coalesce(after.line_no, before.line_no) as "lineNo", coalesce(after.number, before.number) as number,
        coalesce(after.number_order, before.number_order) as "numberOrder",
        coalesce(after.unit_name, before.unit_name) as "unitName", coalesce(after.fund_line, before.fund_line) as "fundLine",
        coalesce(after.kind, before.kind) as kind, coalesce(after.summary, before.summary) as summary,
        coalesce(after.status, before.status) as status,
        case when after.finding_id is null then 'left' when before.finding_id is null then 'new' else 'kept' end as change,
        ${amountOf(input)} as amount
      from ${bothSets({ cutOffId: id, openingId })}`;
    const rows = await reader.tx.execute<Text>(sql`
      select *, amount::text as "amountFen" from (${lines}) as line where amount <> 0 ${afterCursor(input.cursor)}
      order by "numberOrder", "lineNo" limit ${input.limit + 1}`);
    const [sum] = await reader.tx.execute<RolledRows["sum"]>(sql`
      select count(distinct "findingId")::int as count, coalesce(sum(amount), 0)::text as "amountFen"
      from (${lines}) as line where amount <> 0`);
    const page = pageOf([...rows], { limit: input.limit, cursorOf: (last) => `${last.lineNo}:${last.numberOrder}` });
    return {
      items: page.items.map((row) => ({
        findingId: row.findingId,
        lineNo: row.lineNo,
        number: row.number,
        unitName: row.unitName,
        fundName: fundLine(plan, row.fundLine)?.name ?? row.fundLine,
        kindName: kind(plan, row.kind)?.name ?? row.kind,
        summary: row.summary,
        status: row.status,
        change: row.change,
        amountFen: row.amountFen,
      })),
      nextCursor: page.nextCursor,
      sum: sum ?? { count: 0, amountFen: "0" },
    };
  });
}

const KEY_COLUMNS = { byFund: "fund_line", byCategory: "category", byUnit: "unit_key" } as const;

/** What a line adds to the cell: the same as `rollForward` says of a pair. */
function amountOf({ by, key, column }: Cell): SQL {
  const [wasHere, isHere] = [isIn("before", { by, key }), isIn("after", { by, key })];
  switch (column) {
    case "opening":
      return sql`case when ${wasHere} then before.outstanding_fen else 0 end`;
    case "closing":
      return sql`case when ${isHere} then after.outstanding_fen else 0 end`;
    case "added":
      return sql`case when ${isHere} and ${isNew} then after.${stated} else 0 end`;
    case "correction":
      return sql`case when ${wasHere} and not ${isHere} then -before.outstanding_fen
        when not ${isHere} or ${isNew} then 0
        when ${cameIn} then after.outstanding_fen + ${movedSince}
        else after.${stated} - before.${stated} + case when ${wasHere} then 0 else before.outstanding_fen end end`;
    case "reduced":
    case "recovered":
    case "repaid":
    case "rebooked":
    case "writtenOff":
      return wayOf(column, isHere);
    default:
      return assertNever(column);
  }
}

const stated = sql.raw(COLUMNS.stated);
const cameIn = sql`before.finding_id is null`;
const isNew = sql`(before.finding_id is null and after.is_new)`;
const movedSince = sql.raw(SINCE.map((way) => `after.${NEW_COLUMNS[way]}`).join(" + "));

function wayOf(way: Exclude<RollColumn, "opening" | "added" | "correction" | "closing">, isHere: SQL): SQL {
  const [amount, since] = [sql.raw(COLUMNS[way]), sql.raw(NEW_COLUMNS[way])];
  return sql`case when not ${isHere} then 0 when ${isNew} then after.${amount}
    when ${cameIn} then after.${since} else after.${amount} - before.${amount} end`;
}

/** Whether the line lies in the row on this side. */
function isIn(side: "before" | "after", { by, key }: Pick<Cell, "by" | "key">): SQL {
  const [id, column] = [sql.raw(`${side}.finding_id`), by === null ? null : sql.raw(`${side}.${KEY_COLUMNS[by]}`)];
  return column === null ? sql`(${id} is not null)` : sql`(${id} is not null and ${column} = ${key})`;
}

const CURSOR = /^(\d{1,9}):(.{1,200})$/;

function afterCursor(cursor: string | null): SQL {
  if (cursor === null) return sql``;
  const [, lineNo, numberOrder] = CURSOR.exec(cursor) ?? [];
  if (lineNo === undefined) return refuse({ code: "invalid", rule: "kernel.invalidInput" });
  return sql`and ("numberOrder", "lineNo") > (${numberOrder}, ${Number(lineNo)})`;
}
