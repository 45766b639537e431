import type { Reader } from "@anji/database";
import type { FindingSort } from "@anji/findings";
import {
  afterCursor,
  type Conditions,
  cursorOf,
  type FindingRecord,
  headWithLine,
  ordering,
} from "@anji/findings/steps";
import { finding } from "@anji/findings/tables";
import { fen, knownDay, refuse } from "@anji/kernel";
import { and, count, type SQL, sql } from "drizzle-orm";
import {
  AMOUNT_FIELDS,
  type AmountField,
  eachAmountField,
  type LedgerFacts,
  STATED_FIELDS,
  type StatedField,
} from "../sheet/index.ts";

const PAGE_ROWS = 4000;

/**
 * Before anything is written, a view with more findings than an import accepts is refused. It counts no further than
 * that.
 */
export async function refuseTooLarge(
  reader: Reader,
  options: { conditions: Conditions; maximum: number },
): Promise<void> {
  const { maximum } = options;
  const where = headWithLine(reader, options.conditions);
  const counted = reader.tx
    .select({ one: sql`1` })
    .from(finding)
    .where(where)
    .limit(maximum + 1)
    .as("counted");
  const [row] = await reader.tx.select({ count: count() }).from(counted);
  if ((row?.count ?? 0) > maximum)
    refuse({ code: "tooLarge", rule: "ledgerSheet.exportTooLarge", params: { maximum } });
}

/** The findings of a view as rows of a sheet, page after page; the next page is fetched while one is written. */
export async function* ledgerFacts(
  reader: Reader,
  options: { conditions: Conditions; sort: FindingSort },
): AsyncGenerator<LedgerFacts, void, undefined> {
  const { sort } = options;
  const where = headWithLine(reader, options.conditions);
  let no = 0;
  let coming: Promise<StatedRow[]> | null = pageAfter(reader, { where, sort, cursor: null });
  while (coming !== null) {
    const page: StatedRow[] = await coming;
    const last = page.length < PAGE_ROWS ? undefined : page.at(-1);
    coming = last === undefined ? null : pageAfter(reader, { where, sort, cursor: cursorOf(sort, last) });
    // A writer that stops early leaves the next page unread; its failure then does not matter.
    coming?.catch(() => undefined);
    for (const row of page) {
      no += 1;
      yield factsOf(row, no);
    }
  }
}

/** The facts of a finding in a sheet, and the sort columns of its pages. */
type StatedColumn = StatedField | "id" | "number" | "occurredText" | "occurredPrecision";
const STATED: readonly (StatedColumn | `${AmountField}Fen`)[] = [
  ...STATED_FIELDS,
  ...AMOUNT_FIELDS.map((amount) => `${amount}Fen` as const),
  ...(["id", "number", "occurredText", "occurredPrecision"] as const),
];

/** A row as the driver gives it. Mapping a hundred thousand rows by column would cost a tenth of an export. */
type StatedRow = Pick<FindingRecord, StatedColumn> & Record<`${AmountField}Fen`, string>;

async function pageAfter(
  reader: Reader,
  options: { where: SQL | undefined; sort: FindingSort; cursor: string | null },
): Promise<StatedRow[]> {
  const { where, sort, cursor } = options;
  const after = cursor === null ? undefined : afterCursor(cursor, sort);
  const columns = STATED.map((column) => sql`${finding[column]} as ${sql.identifier(column)}`);
  return reader.tx.execute<StatedRow>(sql`
    select ${sql.join(columns, sql`, `)} from ${finding} where ${and(where, after)}
    order by ${sql.join(ordering(sort), sql`, `)} limit ${PAGE_ROWS}`);
}

function factsOf(row: StatedRow, no: number): LedgerFacts {
  return {
    ...row,
    ...eachAmountField((key) => fen(row[key])),
    no,
    occurrence: { text: row.occurredText, precision: row.occurredPrecision },
    discoveredOn: knownDay(row.discoveredOn),
    dueOn: row.dueOn === null ? null : knownDay(row.dueOn),
    // Without a number of the sender, our own one identifies the row when the sheet comes back.
    externalNo: row.externalNo ?? row.number,
  };
}
