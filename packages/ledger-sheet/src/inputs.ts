import { findingFilter, findingSort } from "@anji/findings";
import { choice, commandId, idOf } from "@anji/kernel";
import { z } from "zod";
import { CONFLICT_CHOICES, SHEET_ROW_STATES } from "./ledger-import.ts";

const campaignId = idOf("campaign");
const fileId = idOf("file");

/** With a state, only its rows are listed; counts and sums are of all rows. */
export const dryRunInput = z.strictObject({ campaignId, fileId, state: choice(SHEET_ROW_STATES).optional() });
export const startImportInput = z.strictObject({ commandId, campaignId, fileId, onConflict: choice(CONFLICT_CHOICES) });
export const importProgressInput = z.strictObject({ importId: idOf("ledgerImport") });
export const sheetTemplateInput = z.strictObject({ commandId, campaignId });
export const exportSheetInput = z.strictObject({ commandId, campaignId, filter: findingFilter, sort: findingSort });
export const annotateSheetInput = z.strictObject({ commandId, campaignId, fileId });
