import { canonicalHash } from "@anji/database";
import type { Cell } from "./declaration.ts";
import type { PoolRow } from "./declaration.checks.ts";

type Answered = {
  readonly unitCode: string;
  readonly declarant: string;
  readonly searched: string;
  readonly cells: readonly Cell[];
};

/** Over the answers and the rows they name, with version and money: the list the signature is given for. */
export function rowsHashOf(answered: Answered, rows: readonly PoolRow[]): string {
  const { unitCode, declarant, searched, cells } = answered;
  const named = rows
    .filter((one) => one.declaredBy === declarant)
    .map(({ number, fundLine, category, foundFen, version }) => [number, fundLine, category, foundFen, version]);
  return canonicalHash([unitCode, declarant, searched, cells, named]);
}
