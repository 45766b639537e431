export * from "@anji/database/tables";
export * from "@anji/jurisdictions/tables";
export * from "@anji/campaign/tables";
