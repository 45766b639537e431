import type { Id } from "@anji/kernel";
import { type Cell, type Declarant, isSamePlace, type Place } from "./declaration.ts";

/** What the ledger has of one owner (a unit or an agency) at one place and nobody has named in a declaration. */
export type UndeclaredRows = Place & {
  readonly owner: string;
  /** Rows of the phase, and when the last of them was registered, in milliseconds. */
  readonly count: number;
  readonly lastAt: number | null;
  /** When others last brought one up, or one came up after the phase. */
  readonly lastOthersAt: number | null;
};

/** What the ledger says now of the rows a declaration names at one place. */
export type DeclaredRows = Place & {
  readonly count: number;
  readonly foundFen: bigint;
  /** The money or the place of a row is no longer what was signed. */
  readonly hasMoved: boolean;
  readonly lastOthersAt: number | null;
};

export type DeclarationFacts = {
  readonly id: Id<"declaration">;
  readonly cells: readonly Cell[];
  readonly answeredBy: string;
  readonly signedAt: Date | null;
  readonly firstSignedAt: Date | null;
  readonly isLate: boolean;
  readonly isReturned: boolean;
  readonly signatureHash: string | null;
};

export const DECLARATION_STATES = ["missing", "partlyAnswered", "returned", "answered", "moved", "signed"] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

export type CellState = Place & {
  readonly answer: Cell["answer"] | null;
  readonly reason: string | null;
  readonly findings: readonly Id<"finding">[];
  readonly count: number;
  readonly foundFen: bigint;
  /** 已变动，须重新签报. */
  readonly isChanged: boolean;
  /** 自查未报. */
  readonly isUnreported: boolean;
};

export type DeclarantState = {
  readonly declarant: Declarant;
  readonly declaration: DeclarationFacts | null;
  readonly state: DeclarationState;
  readonly cells: readonly CellState[];
};

/** A declaration against the ledger. Pure: whether it is still true is never stored. */
export function declarantState(known: {
  declarant: Declarant;
  places: readonly Place[];
  declaration: DeclarationFacts | null;
  declared: readonly DeclaredRows[];
  undeclared: readonly UndeclaredRows[];
}): DeclarantState {
  const { declarant, declaration } = known;
  const cells = known.places.map((place) => cellState(place, known));
  return { declarant, declaration, state: stateOf(declaration, cells), cells };
}

function stateOf(declaration: DeclarationFacts | null, cells: readonly CellState[]): DeclarationState {
  if (declaration === null) return "missing";
  if (declaration.signedAt !== null) return cells.some((cell) => cell.isChanged) ? "moved" : "signed";
  if (declaration.isReturned) return "returned";
  return cells.some((cell) => cell.answer === null) ? "partlyAnswered" : "answered";
}

function cellState(
  place: Place,
  known: {
    declaration: DeclarationFacts | null;
    declared: readonly DeclaredRows[];
    undeclared: readonly UndeclaredRows[];
  },
): CellState {
  const { declaration } = known;
  const cell = declaration?.cells.find((one) => isSamePlace(one, place));
  const declared = known.declared.find((one) => isSamePlace(one, place));
  const undeclared = known.undeclared.find((one) => isSamePlace(one, place));
  // A department that says "not ours" is not asked about rows there.
  const answers = cell !== undefined && cell.answer !== "notApplicable";
  const signedAt = declaration?.signedAt ?? null;
  const firstSignedAt = declaration?.firstSignedAt ?? null;
  return {
    ...place,
    answer: cell?.answer ?? null,
    reason: cell?.reason ?? null,
    findings: cell?.findings ?? [],
    count: declared?.count ?? 0,
    foundFen: declared?.foundFen ?? 0n,
    isChanged:
      answers && signedAt !== null && (declared?.hasMoved === true || isNew(undeclared, signedAt, cell.answer)),
    isUnreported:
      answers &&
      firstSignedAt !== null &&
      [undeclared, declared].some((rows) => (rows?.lastOthersAt ?? 0) > firstSignedAt.getTime()),
  };
}

/** Under a signed "nothing" any row that nobody names is new; beside named rows, one registered since. */
function isNew(rows: UndeclaredRows | undefined, signedAt: Date, answer: Cell["answer"]): boolean {
  if (rows === undefined || rows.lastAt === null) return false;
  return answer === "nothing" || rows.lastAt >= signedAt.getTime();
}
