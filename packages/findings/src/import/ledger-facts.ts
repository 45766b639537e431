import type { Reader } from "@anji/database";
import { knownDay, refuse } from "@anji/kernel";
import { and } from "drizzle-orm";
import type { FindingSort } from "../finding.inputs.ts";
import type { FindingRecord } from "../finding-rows.ts";
import { afterCursor, cursorOf, ordering } from "../queries/cursor.ts";
import { type Conditions, headWithLine } from "../queries/finding-filter.ts";
import type { LedgerFacts } from "../sheet/index.ts";
import { finding } from "../tables.ts";

const PAGE_ROWS = 2000;
/** What a sheet can take in again. */
export const EXPORT_ROWS_MAX = 100_000;

/** The findings of a view as rows of a sheet, page after page while they are written. */
export async function* ledgerFacts(
  reader: Reader,
  options: { conditions: Conditions; sort: FindingSort },
): AsyncGenerator<LedgerFacts, void, undefined> {
  const { sort } = options;
  const where = headWithLine(reader, options.conditions);
  let cursor: string | null = null;
  let no = 0;
  for (;;) {
    const page: FindingRecord[] = await reader.tx
      .select()
      .from(finding)
      .where(and(where, cursor === null ? undefined : afterCursor(cursor, sort)))
      .orderBy(...ordering(sort))
      .limit(PAGE_ROWS);
    for (const record of page) {
      no += 1;
      if (no > EXPORT_ROWS_MAX) refuse({ code: "tooLarge", rule: "findings.exportTooLarge", params: { maximum: EXPORT_ROWS_MAX } });
      yield factsOf(record, no);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    cursor = cursorOf(sort, last);
  }
}

function factsOf(record: FindingRecord, no: number): LedgerFacts {
  return {
    no,
    project: record.project,
    noticeNo: record.noticeNo,
    auditedBody: record.auditedBody,
    unitCode: record.unitCode,
    fundLine: record.fundLine,
    category: record.category,
    kind: record.kind,
    occurrence: { text: record.occurredText, precision: record.occurredPrecision },
    discoveredOn: knownDay(record.discoveredOn),
    summary: record.summary,
    basis: record.basis,
    responsibleUnit: record.responsibleUnit,
    foundFen: record.foundFen,
    recoveredFen: record.recoveredFen,
    repaidFen: record.repaidFen,
    rebookedFen: record.rebookedFen,
    writtenOffFen: record.writtenOffFen,
    outstandingFen: record.outstandingFen,
    rectificationKind: record.rectificationKind,
    measures: record.measures,
    dueOn: record.dueOn === null ? null : knownDay(record.dueOn),
    department: record.department,
    responsiblePerson: record.responsiblePerson,
    advice: record.advice,
    means: record.means,
    demonstrationNote: record.demonstrationNote,
    source: record.source,
    // Without a number of the sender's, our own identifies the row when the sheet comes back.
    externalNo: record.externalNo ?? record.number,
    remark: record.remark,
  };
}
