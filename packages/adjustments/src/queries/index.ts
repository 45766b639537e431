export type { AdjustmentRow } from "./adjustment-rows.ts";
export { type AskableKind, askableKinds } from "./askable-kinds.ts";
export { type AdjustmentAct, listAdjustments, type ShownAdjustment } from "./list-adjustments.ts";
export { myAdjustmentsWork } from "./my-work.ts";
