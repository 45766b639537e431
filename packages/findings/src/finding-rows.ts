import { found, type Reader } from "@anji/database";
import { cityNameOf } from "@anji/jurisdictions/queries";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, type AnyColumn, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { eachAmount } from "./finding.ts";
import { finding } from "./tables.ts";

export type FindingRecord = typeof finding.$inferSelect;

// Looked up for the rows of a page only: a join would make the planner fetch and sort the whole area first.
export const placeNames = {
  unitName: sql<string>`(select unit.name from ${unit} as unit where unit.code = "finding"."unit_code")`,
  cityName: cityNameOf(finding.regionPath),
};

// The driver's own text of a bigint, as it is sent to clients.
function asWritten(column: AnyColumn): SQL<string> {
  return sql<string>`${column}`;
}

/** A list row in the form of the answer, with its names, so that no row needs further work. */
const rowColumns = {
  id: finding.id,
  campaignId: finding.campaignId,
  number: finding.number,
  unitCode: finding.unitCode,
  ...placeNames,
  fundLine: finding.fundLine,
  category: finding.category,
  kind: finding.kind,
  summary: finding.summary,
  project: finding.project,
  occurrence: { text: finding.occurredText, precision: finding.occurredPrecision },
  discoveredOn: finding.discoveredOn,
  origin: finding.origin,
  nature: finding.nature,
  status: finding.status,
  dueOn: finding.dueOn,
  responsibleUnit: finding.responsibleUnit,
  responsiblePerson: finding.responsiblePerson,
  responsibleLevel: finding.responsibleLevel,
  isLaterDiscovered: finding.isLaterDiscovered,
  isReturned: finding.isReturned,
  ...eachAmount((key) => asWritten(finding[key])),
  version: finding.version,
  externalNo: finding.externalNo,
} as const;

export function findingRows(reader: Pick<Reader, "tx">) {
  return reader.tx.select(rowColumns).from(finding);
}
export type FindingRow = Awaited<ReturnType<typeof findingRows>>[number];

/** List rows, each with its complete record. */
export function findingRecords(reader: Pick<Reader, "tx">) {
  return reader.tx.select({ ...rowColumns, record: getTableColumns(finding) }).from(finding);
}

/** Step: one finding as a list row; every verb answers it. */
export async function findingRow(reader: Pick<Reader, "tx" | "scope">, id: Id<"finding">): Promise<FindingRow> {
  const rows = await findingRows(reader).where(and(eq(finding.id, id), reader.scope(finding.regionPath)));
  return found(rows[0]);
}
