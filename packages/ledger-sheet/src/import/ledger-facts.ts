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
import type { LedgerFacts } from "../sheet/index.ts";

const PAGE_ROWS = 4000;

/** Before anything is written: a view of more findings than a sheet takes in again is refused. Counted no further than that. */
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
    coming = last === undefined ? null : pageAfter(reader, { where, sort, cursor: cursorOf(sort, placeOf(last)) });
    // A writer that stops early leaves the next page unread; its failure then concerns nobody.
    coming?.catch(() => undefined);
    for (const row of page) {
      no += 1;
      yield factsOf(row, no);
    }
  }
}

/** What a sheet states of a finding, and what its pages are sorted by. */
const STATED = [
  finding.id,
  finding.number,
  finding.project,
  finding.noticeNo,
  finding.auditedBody,
  finding.unitCode,
  finding.fundLine,
  finding.category,
  finding.kind,
  finding.occurredText,
  finding.occurredPrecision,
  finding.discoveredOn,
  finding.summary,
  finding.basis,
  finding.responsibleUnit,
  finding.foundFen,
  finding.recoveredFen,
  finding.repaidFen,
  finding.rebookedFen,
  finding.writtenOffFen,
  finding.outstandingFen,
  finding.rectificationKind,
  finding.measures,
  finding.dueOn,
  finding.department,
  finding.responsiblePerson,
  finding.advice,
  finding.means,
  finding.demonstrationNote,
  finding.source,
  finding.externalNo,
  finding.remark,
] as const;

/** A row as the driver gives it: mapping a hundred thousand of them by column would cost a tenth of an export. */
type StatedRow = Pick<FindingRecord, "id" | "means"> &
  Record<"number" | "unit_code" | "fund_line" | "category" | "kind" | "summary" | "responsible_unit", string> &
  Record<"occurred_text" | "discovered_on", string> &
  Record<`${"found" | "recovered" | "repaid" | "rebooked" | "written_off" | "outstanding"}_fen`, string> &
  Record<"project" | "notice_no" | "audited_body" | "basis" | "measures" | "due_on" | "department", string | null> &
  Record<
    "responsible_person" | "advice" | "demonstration_note" | "source" | "external_no" | "remark",
    string | null
  > & {
    occurred_precision: FindingRecord["occurredPrecision"];
    rectification_kind: FindingRecord["rectificationKind"];
  };

async function pageAfter(
  reader: Reader,
  options: { where: SQL | undefined; sort: FindingSort; cursor: string | null },
): Promise<StatedRow[]> {
  const { where, sort, cursor } = options;
  const after = cursor === null ? undefined : afterCursor(cursor, sort);
  return reader.tx.execute<StatedRow>(sql`
    select ${sql.join([...STATED], sql`, `)} from ${finding} where ${and(where, after)}
    order by ${sql.join(ordering(sort), sql`, `)} limit ${PAGE_ROWS}`);
}

/** What a cursor is made of. */
function placeOf(row: StatedRow): Parameters<typeof cursorOf>[1] {
  const {
    id,
    number,
    due_on: dueOn,
    discovered_on: discoveredOn,
    found_fen: foundFen,
    outstanding_fen: outstandingFen,
  } = row;
  return { id, number, dueOn, discoveredOn, foundFen, outstandingFen };
}

function factsOf(row: StatedRow, no: number): LedgerFacts {
  return {
    no,
    project: row.project,
    noticeNo: row.notice_no,
    auditedBody: row.audited_body,
    unitCode: row.unit_code,
    fundLine: row.fund_line,
    category: row.category,
    kind: row.kind,
    occurrence: { text: row.occurred_text, precision: row.occurred_precision },
    discoveredOn: knownDay(row.discovered_on),
    summary: row.summary,
    basis: row.basis,
    responsibleUnit: row.responsible_unit,
    foundFen: fen(row.found_fen),
    recoveredFen: fen(row.recovered_fen),
    repaidFen: fen(row.repaid_fen),
    rebookedFen: fen(row.rebooked_fen),
    writtenOffFen: fen(row.written_off_fen),
    outstandingFen: fen(row.outstanding_fen),
    rectificationKind: row.rectification_kind,
    measures: row.measures,
    dueOn: row.due_on === null ? null : knownDay(row.due_on),
    department: row.department,
    responsiblePerson: row.responsible_person,
    advice: row.advice,
    means: row.means,
    demonstrationNote: row.demonstration_note,
    source: row.source,
    // Without a number of the sender's, our own identifies the row when the sheet comes back.
    externalNo: row.external_no ?? row.number,
    remark: row.remark,
  };
}
