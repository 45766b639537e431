import { found, type Reader } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import type { Id } from "@anji/kernel";
import { and, eq, getTableColumns, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FindingRow, WireAmounts } from "./finding.ts";
import { finding } from "./tables.ts";

export type FindingRecord = typeof finding.$inferSelect;

const city = alias(unit, "city");

/** What a list row is made of; the names come with it, so that no row asks for its own. */
export const rowColumns = {
  id: finding.id,
  campaignId: finding.campaignId,
  number: finding.number,
  numberOrder: finding.numberOrder,
  unitCode: finding.unitCode,
  unitName: unit.name,
  cityName: city.name,
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

// A region's first five characters are its city's path: "13.01.02" lies in "13.01".
const isCityOfFinding = and(eq(city.regionPath, sql`substr(${finding.regionPath}, 1, 5)`), ne(city.level, "agency"));

export function findingRows(reader: Pick<Reader, "tx">) {
  return reader.tx
    .select(rowColumns)
    .from(finding)
    .innerJoin(unit, eq(unit.code, finding.unitCode))
    .innerJoin(city, isCityOfFinding);
}

export function findingRecords(reader: Pick<Reader, "tx">) {
  return reader.tx
    .select({ record: getTableColumns(finding), unitName: unit.name, cityName: city.name })
    .from(finding)
    .innerJoin(unit, eq(unit.code, finding.unitCode))
    .innerJoin(city, isCityOfFinding);
}

export type SelectedRow = Awaited<ReturnType<typeof findingRows>>[number];

export function rowAnswer(row: SelectedRow): FindingRow {
  const { occurredText, occurredPrecision, numberOrder: _, ...rest } = row;
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
