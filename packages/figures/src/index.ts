export { endOf } from "./cut-off.ts";
export { type ReconciliationCheck, reconciliation } from "./reconciliation.ts";
export {
  FIGURE_COUNTS,
  FIGURE_GROUPS,
  FIGURE_QUANTITIES,
  type FigureEntry,
  figureEntries,
  type FigureGroup,
  type FigureKey,
  type FigureQuantity,
  isFigure,
} from "./figure-key.ts";
export {
  AMOUNT_COLUMNS,
  type AmountColumn,
  assertFiguresAddUp,
  columnSum,
  type CountedAmount,
  type FigureLine,
  figureMismatches,
  type FrozenFigures,
  type LedgerFigures,
  type Money,
  REPORTED_STATUSES,
  type ReportedStatus,
  SETTLED_COLUMNS,
  type StatusLine,
  type Tally,
} from "./figures.ts";
export { figureRowsInput, figureUnitsInput, rolledRowsInput } from "./inputs.ts";
export {
  MOVEMENTS,
  openingMismatches,
  ROLL_COLUMNS,
  ROLL_ROWS,
  type RollAmounts,
  type RollColumn,
  type RolledPair,
  type RolledState,
  rollForward,
  type RollForward,
  type RollLine,
  rollMismatches,
} from "./roll-forward.ts";
export { figuresRules } from "./rules.ts";
export { countsUnit, UNIT_FIGURES, type UnitFigure } from "./unit-figure.ts";
