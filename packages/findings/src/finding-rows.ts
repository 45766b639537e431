import { found, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { FindingRow, WireAmounts } from "./finding.ts";
import { finding } from "./tables.ts";

export type FindingRecord = typeof finding.$inferSelect;

// Looked up for the rows of a page only: a join would make the planner fetch and sort the whole area first.
const unitName = sql<string>`(select unit.name from ${unit} as unit where unit.code = "finding"."unit_code")`;
// A region's first five characters are its city's path: "13.01.02" lies in "13.01".
const cityName = sql<string>`(select city.name from ${unit} as city
  where city.region_path = substr("finding"."region_path", 1, 5) and city.level <> 'agency')`;

/** What a list row is made of; the names come with it, so that no row asks for its own. */
export const rowColumns = {
  id: finding.id,
  campaignId: finding.campaignId,
  number: finding.number,
  numberOrder: finding.numberOrder,
  unitCode: finding.unitCode,
  unitName,
  cityName,
  fundLine: finding.fundLine,
  category: finding.category,
  kind: finding.kind,
  summary: finding.summary,
  project: finding.project,
  occurredText: finding.occurredText,
  occurredPrecision: finding.occurredPrecision,
  discoveredOn: finding.discoveredOn,
  origin: finding.origin,
  nature: finding.nature,
  status: finding.status,
  dueOn: finding.dueOn,
  dueOrder: finding.dueOrder,
  responsibleUnit: finding.responsibleUnit,
  responsiblePerson: finding.responsiblePerson,
  responsibleLevel: finding.responsibleLevel,
  isLaterDiscovered: finding.isLaterDiscovered,
  isReturned: finding.isReturned,
  foundFen: finding.foundFen,
  recoveredFen: finding.recoveredFen,
  repaidFen: finding.repaidFen,
  rebookedFen: finding.rebookedFen,
  writtenOffFen: finding.writtenOffFen,
  outstandingFen: finding.outstandingFen,
  version: finding.version,
  externalNo: finding.externalNo,
} as const;

export function findingRows(reader: Pick<Reader, "tx">) {
  return reader.tx.select(rowColumns).from(finding);
}

export function findingRecords(reader: Pick<Reader, "tx">) {
  return reader.tx.select({ record: getTableColumns(finding), unitName, cityName }).from(finding);
}

export type SelectedRow = Awaited<ReturnType<typeof findingRows>>[number];

export function rowAnswer(row: SelectedRow): FindingRow {
  const { occurredText, occurredPrecision, numberOrder: _, dueOrder: __, ...rest } = row;
  return { ...rest, ...wireAmounts(row), occurrence: { text: occurredText, precision: occurredPrecision } };
}

export function wireAmounts(row: Readonly<Record<keyof WireAmounts, bigint>>): WireAmounts {
  return {
    foundFen: row.foundFen.toString(),
    recoveredFen: row.recoveredFen.toString(),
    repaidFen: row.repaidFen.toString(),
    rebookedFen: row.rebookedFen.toString(),
    writtenOffFen: row.writtenOffFen.toString(),
    outstandingFen: row.outstandingFen.toString(),
  };
}

/** Step: one finding as a list row, which is what every verb answers. */
export async function findingRow(reader: Pick<Reader, "tx" | "scope">, id: Id<"finding">): Promise<FindingRow> {
  const rows = await findingRows(reader).where(and(eq(finding.id, id), reader.scope(finding.regionPath)));
  return rowAnswer(found(rows[0]));
}
