import type { Outputs } from "../../../rpc/trpc.ts";

export type UnitSummary = Outputs["selfChecks"]["list"]["items"][number];
export type Matrix = Outputs["selfChecks"]["matrix"];
export type Part = Matrix["declarants"][number];
export type PartCell = Part["cells"][number];
/** An act on a part that the server has opened. */
export type PartAct = { act: "answer" | "sign" | "return"; part: Part };
export type PoolRow = Matrix["rows"][number];
export type CellAnswer = NonNullable<PartCell["answer"]>;

/** The place of a cell as one key of a form. */
export function placeKey(place: { fundLine: string; category: string }): string {
  return `${place.fundLine}/${place.category}`;
}

/** The rows of a place that this department may name: its owner's, and no other department's. */
export function namable(
  rows: readonly PoolRow[],
  part: Part,
  place: { fundLine: string; category: string },
): PoolRow[] {
  return rows.filter(
    (row) =>
      row.owner === part.owner &&
      placeKey(row) === placeKey(place) &&
      (row.declaredBy === null || row.declaredBy === part.code),
  );
}
