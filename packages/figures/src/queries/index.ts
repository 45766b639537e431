export { type FigureRow, type FigureRows, figureRows, rowsOfFigure } from "./figure-rows.ts";
export { figureUnits, type UnitRows } from "./figure-units.ts";
export { amendedSince, type CutOffRow, frozenOf, type FrozenRow, hashOfRows } from "./frozen-figures.ts";
export { type RolledRow, type RolledRows, rolledRows } from "./rolled-rows.ts";
export { completenessOf, unitsWithoutSelfCheck } from "./frozen-units.ts";
