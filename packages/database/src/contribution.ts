import { policiesOf } from "./table-policy.ts";
import * as tables from "./tables.ts";

const { auditEntry, clockSetting, command } = tables;

export const databaseContribution = {
  rules: {},
  tables: policiesOf(tables, [
    { table: auditEntry, grants: "insertOnly" },
    { table: command, rows: "own", grants: "insertOnly" },
    { table: clockSetting, rows: "installation", grants: "kept" },
  ]),
};
