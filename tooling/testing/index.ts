export { templateName, withDatabase } from "./database-names.ts";
export { type TestDatabase, testDatabase } from "./test-database.ts";
