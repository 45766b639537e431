import type { DeclarantState, UndeclaredRows } from "./declaration.state.ts";

export type UnitSignatureFacts = {
  readonly version: number;
  readonly partsHash: string;
  readonly head: string;
  readonly signedByName: string;
  readonly signedAt: Date;
  readonly isLate: boolean;
};

/** The self-check of one unit: its declarants, and the signature over all of them. */
export type UnitState = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly declarants: readonly DeclarantState[];
  readonly signature: UnitSignatureFacts | null;
  /** Findings of the phase that no department names. */
  readonly undeclaredCount: number;
  readonly isSigned: boolean;
};

export function unitState(known: {
  unitCode: string;
  unitName: string;
  declarants: readonly DeclarantState[];
  signature: UnitSignatureFacts | null;
  undeclared: readonly UndeclaredRows[];
  partsHash: string;
}): UnitState {
  const { unitCode, unitName, declarants, signature } = known;
  const undeclaredCount = known.undeclared.reduce((sum, one) => sum + one.count, 0);
  const isSigned =
    signature !== null &&
    declarants.every((one) => one.state === "signed") &&
    undeclaredCount === 0 &&
    signature.partsHash === known.partsHash;
  return { unitCode, unitName, declarants, signature, undeclaredCount, isSigned };
}
