import type { Reader } from "@anji/database";
import { fen, type Id } from "@anji/kernel";
import { type SQL, sql } from "drizzle-orm";
import { frozenLine } from "../tables.ts";
import type { RolledPair, RolledState } from "../roll-forward.ts";

/** The funds, categories and units of a province before and after, at most. */
const PAIRS_MAX = 20_000;

type Side = "before" | "after";
const AMOUNTS = ["stated", "reduced", "recovered", "repaid", "rebooked", "writtenOff", "outstanding"] as const;
export const SINCE = ["reduced", "recovered", "repaid", "rebooked", "writtenOff"] as const;

type StateText = Readonly<Record<(typeof AMOUNTS)[number] | "fundLine" | "category" | "unitKey", string>>;
type PairText = {
  before: StateText | null;
  after: StateText | null;
  isNew: boolean;
  since: Readonly<Record<(typeof SINCE)[number], string>>;
};

/** Step: two frozen sets side by side, added up by where their lines were and are. */
export async function rolledPairs(
  reader: Pick<Reader, "tx">,
  options: { cutOffId: Id<"cutOff">; openingId: Id<"cutOff"> | null },
): Promise<RolledPair[]> {
  const rows = await reader.tx.execute<PairText>(sql`
    select ${stateOf("before")} as before, ${stateOf("after")} as after, coalesce(after.is_new, false) as "isNew",
      json_build_object(${listed(SINCE.map((way) => sql`${sql.raw(`'${way}'`)}, ${sumOf(`after.${NEW_COLUMNS[way]}`)}`))}) as since
    from ${bothSets(options)}
    group by before.finding_id is null, before.fund_line, before.category, before.unit_key,
      after.finding_id is null, after.fund_line, after.category, after.unit_key, coalesce(after.is_new, false)
    limit ${PAIRS_MAX}`);
  if (rows.length === PAIRS_MAX) throw new Error("more groups of frozen lines than can be rolled forward");
  return [...rows].map(({ before, after, isNew, since }) => ({
    before: before === null ? null : stateFrom(before),
    after: after === null ? null : stateFrom(after),
    isNew,
    since: {
      reduced: fen(since.reduced),
      recovered: fen(since.recovered),
      repaid: fen(since.repaid),
      rebooked: fen(since.rebooked),
      writtenOff: fen(since.writtenOff),
    },
  }));
}

/** The lines of the opening and of the cut-off, side by side. A full join is never made by a loop over all pairs. */
export function bothSets({ cutOffId, openingId }: { cutOffId: Id<"cutOff">; openingId: Id<"cutOff"> | null }): SQL {
  return sql`(select * from ${frozenLine} where cut_off_id = ${openingId}::uuid) as before
    full join (select * from ${frozenLine} where cut_off_id = ${cutOffId}) as after
      on after.finding_id = before.finding_id and after.line_no = before.line_no`;
}

export const COLUMNS = {
  stated: "stated_fen",
  reduced: "reduced_fen",
  recovered: "recovered_fen",
  repaid: "repaid_fen",
  rebooked: "rebooked_fen",
  writtenOff: "written_off_fen",
  outstanding: "outstanding_fen",
} as const satisfies Record<(typeof AMOUNTS)[number], string>;
/** What moved since the opening. */
export const NEW_COLUMNS = {
  reduced: "new_reduced_fen",
  recovered: "new_recovered_fen",
  repaid: "new_repaid_fen",
  rebooked: "new_rebooked_fen",
  writtenOff: "new_written_off_fen",
} as const satisfies Record<(typeof SINCE)[number], string>;

function stateOf(side: Side): SQL {
  const name = (column: string) => sql.raw(`${side}.${column}`);
  return sql`case when ${name("finding_id")} is null then null else json_build_object('fundLine', ${name("fund_line")},
    'category', ${name("category")}, 'unitKey', ${name("unit_key")},
    ${listed(AMOUNTS.map((amount) => sql`${sql.raw(`'${amount}'`)}, ${sumOf(`${side}.${COLUMNS[amount]}`)}`))}) end`;
}

function sumOf(column: string): SQL {
  return sql`coalesce(sum(${sql.raw(column)}), 0)::text`;
}

function listed(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}

function stateFrom(text: StateText): RolledState {
  const { fundLine, category, unitKey } = text;
  return {
    fundLine,
    category,
    unitKey,
    stated: fen(text.stated),
    reduced: fen(text.reduced),
    recovered: fen(text.recovered),
    repaid: fen(text.repaid),
    rebooked: fen(text.rebooked),
    writtenOff: fen(text.writtenOff),
    outstanding: fen(text.outstanding),
  };
}
