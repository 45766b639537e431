import type { RuleBook } from "@anji/kernel";
import { importRules } from "./import/import-rules.ts";
import { sheetRules } from "./sheet/sheet-rules.ts";

export const ledgerSheetRules = { ...sheetRules, ...importRules } as const satisfies RuleBook;
