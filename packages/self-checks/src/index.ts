export { SEARCHED_MIN } from "./declaration.checks.ts";
export { CELL_ANSWERS, type CellAnswer } from "./declaration.ts";
export { DECLARATION_STATES, type DeclarationState } from "./declaration.state.ts";
export {
  answerDeclarationInput,
  declarationMatrixInput,
  listSelfChecksInput,
  returnDeclarationInput,
  selfChecksLimits,
  signDeclarationInput,
  signUnitInput,
} from "./inputs.ts";
export { selfChecksPermissions } from "./permissions.ts";
export { selfChecksRules } from "./rules.ts";
export { UNIT_OUTCOMES, type UnitOutcome } from "./unit-outcome.ts";
