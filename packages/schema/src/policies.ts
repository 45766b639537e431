import type { TablePolicy } from "@anji/database";

/** SQL that brings policies, grants and path checks of every table in line with its definition. Safe to repeat. */
export function policyStatements(policies: readonly TablePolicy[], appRole: string): string[] {
  const schemas = [...new Set(policies.map((policy) => policy.schema))];
  return [
    ...schemas.map((schema) => `grant usage on schema "${schema}" to "${appRole}"`),
    ...schemas.map((schema) => `grant usage on all sequences in schema "${schema}" to "${appRole}"`),
    ...policies.flatMap((policy) => statementsOf(policy, appRole)),
  ];
}

function statementsOf(policy: TablePolicy, appRole: string): string[] {
  const table = `"${policy.schema}"."${policy.name}"`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `drop policy if exists scope on ${table}`,
    `create policy scope on ${table} to "${appRole}" using (${policy.scope}) with check (${policy.scope})`,
    `drop policy if exists visible on ${table}`,
    // For select only: under a policy for every command a delete would reach rows that may only be read.
    ...(policy.visible === null
      ? []
      : [`create policy visible on ${table} for select to "${appRole}" using (${policy.visible})`]),
    `revoke all on ${table} from "${appRole}"`,
    `grant ${policy.grants} on ${table} to "${appRole}"`,
    ...(policy.hasRegion ? [pathCheck(table)] : []),
  ];
}

// Added once and not on every start, since adding it reads the whole table.
function pathCheck(table: string): string {
  return `do $$ begin
    if not exists (select from pg_constraint where conrelid = '${table}'::regclass and conname = 'region_path_form') then
      alter table ${table} add constraint region_path_form check (region_path ~ '^\\d{2}(\\.\\d{2}){0,2}$');
    end if;
  end $$`;
}
