import { type CellAnswer, namable, type Part, placeKey, type PoolRow } from "./self-check.ts";

export type DraftCell = {
  readonly fundLine: string;
  readonly category: string;
  readonly answer: CellAnswer | null;
  readonly reason: string | null;
  readonly findings: string[];
};
/** The cells of a department as they are written, by place. */
export type Draft = ReadonlyMap<string, DraftCell>;

/** What was answered before; a cell with registered rows that nobody else names begins as found. */
export function draftOf(part: Part, rows: readonly PoolRow[]): Draft {
  return new Map(
    part.cells.map(({ fundLine, category, answer, reason, findings }) => {
      const own = namable(rows, part, { fundLine, category }).map((row) => row.findingId);
      const begun = answer ?? (own.length > 0 ? "found" : null);
      const named =
        answer === null || answer === "found" ? (part.state === "moved" || answer === null ? own : findings) : [];
      return [placeKey({ fundLine, category }), { fundLine, category, answer: begun, reason, findings: named }];
    }),
  );
}

export function withCell(draft: Draft, cell: DraftCell): Draft {
  return new Map([...draft, [placeKey(cell), cell]]);
}

/** Every cell that is open and has no rows says nothing. */
export function withNothing(draft: Draft, part: Part, rows: readonly PoolRow[]): Draft {
  return new Map(
    [...draft].map(([key, cell]) => {
      const isOpen = cell.answer === null && namable(rows, part, cell).length === 0;
      return [key, isOpen ? { ...cell, answer: "nothing" } : cell];
    }),
  );
}
