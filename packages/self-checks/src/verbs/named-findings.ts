import type { Act } from "@anji/database";
import { eq } from "drizzle-orm";
import type { PoolRow } from "../declaration.checks.ts";
import { isSamePlace } from "../declaration.ts";
import type { DeclarationRow } from "../queries/unit-states.ts";
import { declaredFinding } from "../tables.ts";

/** Whether the answers name this row. */
export function isNamed({ cells }: Pick<DeclarationRow, "cells">, row: PoolRow): boolean {
  return cells.some((cell) => isSamePlace(cell, row) && cell.findings.includes(row.findingId));
}

/** Step: keeps the rows a declaration names, with their version and money as they are now. */
export async function keepNamed(act: Act, of: DeclarationRow, rows: readonly PoolRow[]): Promise<void> {
  const { id: declarationId, campaignId, regionPath } = of;
  await act.tx.delete(declaredFinding).where(eq(declaredFinding.declarationId, declarationId));
  const named = rows
    .filter((row) => isNamed(of, row))
    .map(({ findingId, fundLine, category, foundFen, version: findingVersion }) => {
      return { declarationId, campaignId, regionPath, findingId, fundLine, category, foundFen, findingVersion };
    });
  if (named.length > 0) await act.tx.insert(declaredFinding).values(named);
}
