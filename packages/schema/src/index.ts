export { migrate } from "./migrate.ts";
export { policyStatements, type TablePolicy, tablePolicies, TABLES_WITHOUT_REGION } from "./policies.ts";
export * from "./tables.ts";
