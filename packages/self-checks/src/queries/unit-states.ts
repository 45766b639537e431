import { canonicalHash, type Reader, together } from "@anji/database";
import { person, unit } from "@anji/jurisdictions/tables";
import { type Level, type RegionPath } from "@anji/kernel";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Declarant, departmentsOf, placesOf } from "../declaration.ts";
import { type DeclarantState, declarantState } from "../declaration.state.ts";
import { declaration, unitSignature } from "../tables.ts";
import { type UnitState, unitState } from "../unit.state.ts";
import { type Area, declaredRows, undeclaredRows } from "./ledger-rows.ts";

export type Region = { code: string; name: string; level: Level; regionPath: RegionPath };
export type DeclarationRow = typeof declaration.$inferSelect;
type Reading = Pick<Reader, "tx" | "scope">;

const ROWS_MAX = 40_000;

/** Step: the declarations of regions against the ledger. A region of which the plan asks nothing is left out. */
export async function unitStates(reader: Reading, area: Area, regions: readonly Region[]): Promise<UnitState[]> {
  const { plan } = area.campaign;
  const owing = regions.filter((region) => departmentsOf(plan, region.level).length > 0);
  const [agencies, declarations, signatures, declared, undeclared] = await together(
    () => agenciesOf(reader, area),
    () => declarationsOf(reader, area),
    () => signaturesOf(reader, area),
    () => declaredRows(reader, area),
    () => undeclaredRows(reader, area),
  );
  const places = placesOf(plan);
  const byId = Map.groupBy(declared, (row) => row.declarationId);
  const ofUnits = Map.groupBy(declarations, (row) => row.unitCode);
  const open = Map.groupBy(undeclared, (row) => row.regionPath);
  const underRegions = Map.groupBy(agencies, (row) => row.regionPath);
  return owing.map((region) => {
    const inRegion = open.get(region.regionPath) ?? [];
    const owed = [...departmentsOf(plan, region.level), ...(underRegions.get(region.regionPath) ?? []).map(agency)];
    const declarants = owed.map((declarant) => {
      const row = ofUnits.get(region.code)?.find((one) => one.declarant === declarant.code) ?? null;
      const owner = ownerOf(declarant, region.code);
      return declarantState({
        declarant,
        places,
        declaration: row === null ? null : { ...row, isReturned: row.returnedAt !== null },
        declared: row === null ? [] : (byId.get(row.id) ?? []),
        undeclared: inRegion.filter((one) => one.owner === owner),
      });
    });
    return unitState({
      unitCode: region.code,
      unitName: region.name,
      declarants,
      signature: signatures.find((one) => one.unitCode === region.code) ?? null,
      undeclared: inRegion,
      partsHash: partsHashOf(declarants),
    });
  });
}

/** Whose findings a declarant answers for: an agency for its own, a department for the unit's. */
export function ownerOf(declarant: Declarant, unitCode: string): string {
  return declarant.kind === "agency" ? declarant.code : unitCode;
}

/** Over the signatures of all declarants; signed again, a part makes another hash. */
export function partsHashOf(declarants: readonly DeclarantState[]): string {
  return canonicalHash(declarants.map((one) => [one.declarant.code, one.declaration?.signatureHash ?? null]));
}

type AgencyRow = { code: string; name: string; hasPeople: boolean };

function agency({ code, name, hasPeople }: AgencyRow): Declarant {
  return { code, name, kind: "agency", hasPeople };
}

/** An agency has its own people when one of them can answer and another can sign. */
async function agenciesOf(reader: Reading, { has }: Area) {
  const hasPeople = sql<boolean>`exists (
    select from ${person} as clerk join ${person} as signer on signer.unit_code = clerk.unit_code and signer.id <> clerk.id
    where clerk.unit_code = ${unit.code} and clerk.is_active and signer.is_active
      and 'clerk' = any (clerk.roles) and signer.roles && array['reviewer', 'leader'])`;
  return reader.tx
    .select({ code: unit.code, name: unit.name, regionPath: unit.regionPath, hasPeople })
    .from(unit)
    .where(and(eq(unit.level, "agency"), has(unit.regionPath), reader.scope(unit.regionPath)))
    .orderBy(asc(unit.code))
    .limit(ROWS_MAX);
}

async function declarationsOf(reader: Reading, { campaign, has }: Area): Promise<DeclarationRow[]> {
  return reader.tx
    .select()
    .from(declaration)
    .where(
      and(eq(declaration.campaignId, campaign.id), has(declaration.regionPath), reader.scope(declaration.regionPath)),
    )
    .limit(ROWS_MAX);
}

/** The last signature of each unit. */
async function signaturesOf(reader: Reading, { campaign, has }: Area) {
  return reader.tx
    .selectDistinctOn([unitSignature.unitCode])
    .from(unitSignature)
    .where(
      and(
        eq(unitSignature.campaignId, campaign.id),
        has(unitSignature.regionPath),
        reader.scope(unitSignature.regionPath),
      ),
    )
    .orderBy(unitSignature.unitCode, desc(unitSignature.version))
    .limit(ROWS_MAX);
}
