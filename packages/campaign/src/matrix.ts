import type { GateCell, GateResult, GateState, GateUnit } from "./gate.ts";

export type MatrixCell = { rule: string; passed: number; total: number; state: GateState };
export type MatrixRow = { unitCode: string; unitName: string; cells: MatrixCell[]; state: GateState };
export type Matrix = { units: MatrixRow[]; total: MatrixCell[] };

/** Units × gates: one row for each unit directly below `topCode` (and the top itself where it has cells of its own). */
export function matrixOf(gates: readonly GateResult[], units: readonly GateUnit[], topCode: string): Matrix {
  const rowOf = rowFinder(units, topCode);
  const shown = units.filter((unit) => unit.parentCode === topCode || unit.unitCode === topCode);
  const rows = shown.map((unit): MatrixRow => {
    const cells = gates.map((gate) =>
      sumCells(
        gate.rule,
        gate.cells.filter((cell) => rowOf(cell.unitCode) === unit.unitCode),
      ),
    );
    return { unitCode: unit.unitCode, unitName: unit.unitName, cells, state: worst(cells.map((cell) => cell.state)) };
  });
  const hasCells = (row: MatrixRow) => row.unitCode !== topCode || row.cells.some((cell) => cell.state !== "none");
  return {
    units: rows.filter(hasCells),
    total: gates.map((gate) => ({ rule: gate.rule, passed: gate.passed, total: gate.total, state: gate.state })),
  };
}

function rowFinder(units: readonly GateUnit[], topCode: string): (code: string) => string | null {
  const parentOf = new Map(units.map((unit) => [unit.unitCode, unit.parentCode]));
  return (code) => {
    let at: string | null = code;
    while (at !== null && at !== topCode && parentOf.get(at) !== topCode) at = parentOf.get(at) ?? null;
    return at;
  };
}

function sumCells(rule: string, cells: readonly GateCell[]): MatrixCell {
  return {
    rule,
    passed: cells.reduce((sum, cell) => sum + cell.passed, 0),
    total: cells.reduce((sum, cell) => sum + cell.total, 0),
    state: worst(cells.map((cell) => cell.state)),
  };
}

function worst(states: readonly GateState[]): GateState {
  for (const state of ["fail", "unmet", "waived", "pass"] as const) if (states.includes(state)) return state;
  return "none";
}
