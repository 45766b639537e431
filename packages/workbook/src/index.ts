export {
  addressText,
  type CellAddress,
  type CellRange,
  columnLetters,
  parseAddress,
  parseRange,
} from "./cell-address.ts";
export { ANNOTATIONS_MAX, WORKBOOK_BYTES_MAX } from "./limits.ts";
export { dayOfSerial, serialOfDay } from "./serial-day.ts";
export { type WorkbookRule, workbookRules } from "./rules.ts";
