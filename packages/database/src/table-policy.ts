import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";

const PATH = "(select nullif(current_setting('app.path', true), ''))";
const PERSON = "(select nullif(current_setting('app.uid', true), ''))";
const AUTH_USER = "(select nullif(current_setting('app.auth_user', true), ''))";
const IN_AREA = `(region_path >= ${PATH} and region_path < ${PATH} || '/')`;
const ABOVE = `starts_with(${PATH} || '.', region_path || '.')`;

/** `scope`: rows the actor may read and write. `visible`: further rows the actor may read, never write. */
export type RowRule = { readonly scope: string; readonly visible: string | null; readonly hasRegion: boolean };

/** Who sees which rows. Every table has one of these; the area is the rule. */
export const ROW_RULES = {
  /** Rows of the actor's area. */
  area: { scope: IN_AREA, visible: null, hasRegion: true },
  /**
   * The same for tables of a million rows, whose queries name the area themselves and find it by index. For a range
   * policy the planner expects one row in 200 and sorts whole areas for a page. For this form it expects nearly all
   * rows.
   */
  largeArea: { scope: `nullif(${IN_AREA}, false) is not null`, visible: null, hasRegion: true },
  /** Published downwards: a county reads its province's rows and writes none of them. */
  published: { scope: IN_AREA, visible: ABOVE, hasRegion: true },
  /** Counters of an area that units below increase: a county's finding takes its city's next number. */
  countedFromBelow: { scope: `${IN_AREA} or ${ABOVE}`, visible: null, hasRegion: true },
  /** People of the area, and at sign-in the owner of the account. */
  people: { scope: IN_AREA, visible: `auth_user_id = ${AUTH_USER}`, hasRegion: true },
  /** A person's own rows. */
  own: { scope: `person_id::text = ${PERSON}`, visible: null, hasRegion: false },
  /** Settings of the installation: read by all, written by signed-in acts. */
  installation: { scope: `${PATH} is not null`, visible: "true", hasRegion: false },
  /** Sign-in happens before anyone's region is known; these tables hold accounts and no business fact. */
  signIn: { scope: "true", visible: null, hasRegion: false },
} as const satisfies Record<string, RowRule>;

const GRANTS = {
  everything: "select, insert, update, delete",
  /** What happened stays: the server may add and read. */
  insertOnly: "select, insert",
  kept: "select, insert, update",
} as const;

export type TablePolicy = RowRule & {
  readonly table: PgTable;
  readonly schema: string;
  readonly name: string;
  readonly grants: string;
};

type Exception = {
  readonly table: PgTable;
  readonly rows?: keyof typeof ROW_RULES;
  readonly grants?: keyof typeof GRANTS;
};

/** The row-level policies of all tables a room exports: by area and fully granted, except where named. */
export function policiesOf(tables: Readonly<Record<string, unknown>>, exceptions: readonly Exception[]): TablePolicy[] {
  return Object.values(tables)
    .filter((candidate): candidate is PgTable => is(candidate, PgTable))
    .map((table) => {
      const { rows = "area", grants = "everything" } = exceptions.find((one) => one.table === table) ?? {};
      const { schema, name } = getTableConfig(table);
      const rule: RowRule = ROW_RULES[rows];
      if (rule.hasRegion && !("regionPath" in getTableColumns(table))) throw new Error(`${name} has no region_path`);
      return { ...rule, table, schema: schema ?? "public", name, grants: GRANTS[grants] };
    });
}
