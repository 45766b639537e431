export * from "@anji/database/tables";
export * from "@anji/jobs/tables";
export * from "@anji/jurisdictions/tables";
export * from "@anji/campaign/tables";
export * from "@anji/findings/tables";
export * from "@anji/ledger-sheet/tables";
export * from "@anji/inspection/tables";
export * from "@anji/reporting/tables";
