import type { Fen, Id, RefusalParams } from "@anji/kernel";
import { type Cell, isSamePlace, type Place } from "./declaration.ts";

/** A finding of the phase at one place, and the department that names it. */
export type PoolRow = Place & {
  readonly findingId: Id<"finding">;
  readonly number: string;
  readonly foundFen: Fen;
  readonly version: number;
  readonly declaredBy: string | null;
};

/** "没有" says nothing: who looked at what, of which time. */
export const SEARCHED_MIN = 10;

type Mistake = { readonly path: string; readonly rule: string; readonly params: RefusalParams };

/** What is wrong with the answers of a declarant, given the rows of its unit or agency. */
export function answerMistakes(answered: {
  declarant: string;
  places: readonly Place[];
  cells: readonly Cell[];
  searched: string;
  rows: readonly PoolRow[];
}): Mistake[] {
  const { cells, places } = answered;
  const says = (path: string, rule: string, params: RefusalParams = {}): Mistake => ({ path, rule, params });
  const ofCells = cells.flatMap((cell, at) => {
    const path = `cells.${at}`;
    if (!places.some((place) => isSamePlace(place, cell))) return [says(path, "selfChecks.placeUnknown")];
    if (cells.findIndex((one) => isSamePlace(one, cell)) !== at) return [says(path, "selfChecks.placeTwice")];
    return cellMistakes(cell, answered).map(([rule, params]) => says(path, rule, params));
  });
  const needsSearch = cells.some((cell) => cell.answer === "nothing");
  const isSearchSaid = answered.searched.length >= SEARCHED_MIN;
  return [...(needsSearch && !isSearchSaid ? [says("searched", "selfChecks.searchedNeeded")] : []), ...ofCells];
}

function cellMistakes(
  cell: Cell,
  { declarant, rows }: { declarant: string; rows: readonly PoolRow[] },
): [string, RefusalParams][] {
  const here = rows.filter((row) => isSamePlace(row, cell));
  const named = here.filter((row) => cell.findings.includes(row.findingId));
  switch (cell.answer) {
    case "found": {
      const ofOther = named.find((row) => row.declaredBy !== null && row.declaredBy !== declarant);
      if (named.length === 0 || named.length < new Set(cell.findings).size)
        return [["selfChecks.foundWithoutRows", {}]];
      return ofOther === undefined ? [] : [["selfChecks.rowOfOther", { number: ofOther.number }]];
    }
    case "nothing": {
      const open = here.filter((row) => row.declaredBy === null || row.declaredBy === declarant);
      if (open.length > 0)
        return [["selfChecks.nothingWithRows", { numbers: open.map((row) => row.number).join("、") }]];
      return cell.findings.length > 0 ? [["selfChecks.rowsWithoutFound", {}]] : [];
    }
    case "notApplicable":
      if (cell.reason === null) return [["selfChecks.reasonNeeded", {}]];
      return cell.findings.length > 0 ? [["selfChecks.rowsWithoutFound", {}]] : [];
  }
}
