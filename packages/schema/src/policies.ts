import { command, clockSetting, auditEntry, outbox } from "@anji/database/tables";
import { campaign, kindFund, phaseEvent, waiver } from "@anji/campaign/tables";
import { evidence, finding, findingEvent, findingLine, numberSeries, settlement } from "@anji/findings/tables";
import { spotCheckEvent, spotCheckScore } from "@anji/inspection/tables";
import { cutOff, frozenFigures, frozenLine, frozenUnit } from "@anji/figures/tables";
import { reportEvent } from "@anji/reporting/tables";
import { account, guess, person, serviceKey, session, unit, user, verification } from "@anji/jurisdictions/tables";
import { implementingPlan, leadingGroup, leadingGroupMember } from "@anji/organisation/tables";
import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as tables from "./tables.ts";

/** Rows published downwards: a county reads its province's campaign, tree, groups and the waivers that cover it. */
const PUBLISHED: readonly PgTable[] = [unit, leadingGroup, leadingGroupMember, campaign, kindFund, phaseEvent, waiver];
/** Sign-in happens before anyone's region is known; these tables hold accounts and no business fact. */
const SIGN_IN: readonly PgTable[] = [user, session, account, verification, serviceKey, guess];
/** Rows that are nobody's region: a person's own commands, the one clock row, and the accounts. */
const WITHOUT_REGION: readonly PgTable[] = [command, clockSetting, ...SIGN_IN];
/** Counters of an area that those below it count up: a county's finding takes its city's next number. */
const COUNTED_FROM_BELOW: readonly PgTable[] = [numberSeries];
/** Tables of a million rows and more. */
const LARGE: readonly PgTable[] = [finding, findingLine];
/** Tables the server may only add to and read. */
const INSERT_ONLY: readonly PgTable[] = [
  auditEntry,
  outbox,
  command,
  phaseEvent,
  implementingPlan,
  spotCheckEvent,
  spotCheckScore,
  settlement,
  evidence,
  findingEvent,
  cutOff,
  frozenLine,
  frozenUnit,
  frozenFigures,
  reportEvent,
];

const PATH = "(select nullif(current_setting('app.path', true), ''))";
const PERSON = "(select nullif(current_setting('app.uid', true), ''))";
const AUTH_USER = "(select nullif(current_setting('app.auth_user', true), ''))";
const IN_SCOPE = `(region_path >= ${PATH} and region_path < ${PATH} || '/')`;
/**
 * The same for the large tables, whose queries name the area themselves and find it by index. A policy the planner takes
 * for a range makes it expect one row in two hundred and sort whole areas for one page; this one it takes for nearly all rows.
 */
const IN_SCOPE_AS_FILTER = `nullif(${IN_SCOPE}, false) is not null`;
const ABOVE_SCOPE = `starts_with(${PATH} || '.', region_path || '.')`;

const EVERYTHING = "select, insert, update, delete";

/** `scope`: rows one may read and write. `visible`: rows one may read besides, never write. */
export type TablePolicy = { schema: string; name: string; scope: string; visible: string | null; grants: string };

/** The row-level policy of every business table; a table with neither a region nor a reason is a mistake. */
export function tablePolicies(): TablePolicy[] {
  return Object.values<unknown>(tables)
    .filter((candidate): candidate is PgTable => is(candidate, PgTable))
    .map((table) => {
      const { schema, name } = getTableConfig(table);
      return {
        schema: schema ?? "public",
        name,
        visible: null,
        grants: INSERT_ONLY.includes(table) ? "select, insert" : EVERYTHING,
        ...ruleOf(table),
      };
    });
}

function ruleOf(table: PgTable): { scope: string; visible?: string; grants?: string } {
  if (table === command) return { scope: `person_id::text = ${PERSON}` };
  if (SIGN_IN.includes(table)) return { scope: "true" };
  if (table === clockSetting)
    return { scope: `${PATH} is not null`, visible: "true", grants: "select, insert, update" };
  if (!("regionPath" in getTableColumns(table))) throw new Error(`${getTableConfig(table).name} has no region_path`);
  if (table === person) return { scope: IN_SCOPE, visible: `auth_user_id = ${AUTH_USER}` };
  if (LARGE.includes(table)) return { scope: IN_SCOPE_AS_FILTER };
  if (COUNTED_FROM_BELOW.includes(table))
    return { scope: `${IN_SCOPE} or ${ABOVE_SCOPE}`, grants: "select, insert, update" };
  if (PUBLISHED.includes(table)) return { scope: IN_SCOPE, visible: ABOVE_SCOPE };
  return { scope: IN_SCOPE };
}

/** SQL that brings policies, grants and path checks of every table in line with its definition. Safe to repeat. */
export function policyStatements(appRole: string): string[] {
  const policies = tablePolicies();
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
    // For select only: under a policy for every command a delete would reach what may only be read.
    ...(policy.visible === null
      ? []
      : [`create policy visible on ${table} for select to "${appRole}" using (${policy.visible})`]),
    `revoke all on ${table} from "${appRole}"`,
    `grant ${policy.grants} on ${table} to "${appRole}"`,
    ...(TABLES_WITHOUT_REGION.includes(policy.name) ? [] : [pathCheck(table)]),
  ];
}

// Added once and not again on every start, for adding it reads the whole table.
function pathCheck(table: string): string {
  return `do $$ begin
    if not exists (select from pg_constraint where conrelid = '${table}'::regclass and conname = 'region_path_form') then
      alter table ${table} add constraint region_path_form check (region_path ~ '^\\d{2}(\\.\\d{2}){0,2}$');
    end if;
  end $$`;
}

export const TABLES_WITHOUT_REGION = WITHOUT_REGION.map((table) => getTableConfig(table).name);
