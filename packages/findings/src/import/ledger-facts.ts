import type { Reader } from "@anji/database";
import { knownDay, refuse } from "@anji/kernel";
import { and, type SQL } from "drizzle-orm";
import type { FindingSort } from "../finding.inputs.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { afterCursor, cursorOf, ordering } from "../queries/cursor.ts";
import { type Conditions, headWithLine } from "../queries/finding-filter.ts";
import type { LedgerFacts } from "../sheet/index.ts";
import { finding } from "../tables.ts";

const PAGE_ROWS = 2000;
/** What a sheet can take in again. */
export const EXPORT_ROWS_MAX = 100_000;

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
    // A writer that stops early leaves the next page unread; its failure then concerns nobody.
    coming?.catch(() => undefined);
    for (const row of page) {
      no += 1;
      if (no > EXPORT_ROWS_MAX) refuse({ code: "tooLarge", rule: "findings.exportTooLarge", params: { maximum: EXPORT_ROWS_MAX } });
      yield factsOf(row, no);
    }
  }
}

/** What a sheet states of a finding, and what its pages are sorted by. */
const STATED = {
  id: finding.id,
  dueOrder: finding.dueOrder,
  numberOrder: finding.numberOrder,
  number: finding.number,
  project: finding.project,
  noticeNo: finding.noticeNo,
  auditedBody: finding.auditedBody,
  unitCode: finding.unitCode,
  fundLine: finding.fundLine,
  category: finding.category,
  kind: finding.kind,
  occurredText: finding.occurredText,
  occurredPrecision: finding.occurredPrecision,
  discoveredOn: finding.discoveredOn,
  summary: finding.summary,
  basis: finding.basis,
  responsibleUnit: finding.responsibleUnit,
  foundFen: finding.foundFen,
  recoveredFen: finding.recoveredFen,
  repaidFen: finding.repaidFen,
  rebookedFen: finding.rebookedFen,
  writtenOffFen: finding.writtenOffFen,
  outstandingFen: finding.outstandingFen,
  rectificationKind: finding.rectificationKind,
  measures: finding.measures,
  dueOn: finding.dueOn,
  department: finding.department,
  responsiblePerson: finding.responsiblePerson,
  advice: finding.advice,
  means: finding.means,
  demonstrationNote: finding.demonstrationNote,
  source: finding.source,
  externalNo: finding.externalNo,
  remark: finding.remark,
} as const;
type StatedRow = Pick<FindingRecord, keyof typeof STATED>;

function pageAfter(reader: Reader, options: { where: SQL | undefined; sort: FindingSort; cursor: string | null }): Promise<StatedRow[]> {
  const { where, sort, cursor } = options;
  return reader.tx
    .select(STATED)
    .from(finding)
    .where(and(where, cursor === null ? undefined : afterCursor(cursor, sort)))
    .orderBy(...ordering(sort))
    .limit(PAGE_ROWS)
    .execute();
}

function factsOf(row: StatedRow, no: number): LedgerFacts {
  return {
    no,
    project: row.project,
    noticeNo: row.noticeNo,
    auditedBody: row.auditedBody,
    unitCode: row.unitCode,
    fundLine: row.fundLine,
    category: row.category,
    kind: row.kind,
    occurrence: { text: row.occurredText, precision: row.occurredPrecision },
    discoveredOn: knownDay(row.discoveredOn),
    summary: row.summary,
    basis: row.basis,
    responsibleUnit: row.responsibleUnit,
    foundFen: row.foundFen,
    recoveredFen: row.recoveredFen,
    repaidFen: row.repaidFen,
    rebookedFen: row.rebookedFen,
    writtenOffFen: row.writtenOffFen,
    outstandingFen: row.outstandingFen,
    rectificationKind: row.rectificationKind,
    measures: row.measures,
    dueOn: row.dueOn === null ? null : knownDay(row.dueOn),
    department: row.department,
    responsiblePerson: row.responsiblePerson,
    advice: row.advice,
    means: row.means,
    demonstrationNote: row.demonstrationNote,
    source: row.source,
    // Without a number of the sender's, our own identifies the row when the sheet comes back.
    externalNo: row.externalNo ?? row.number,
    remark: row.remark,
  };
}
