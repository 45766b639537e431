import { assertNever, isDay, refuse, textInput } from "@anji/kernel";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type FindingSort, SORT_DIRECTIONS, SORT_FIELDS } from "../finding.inputs.ts";
import type { FindingRow } from "../finding-rows.ts";
import { numberOrderOf } from "../number-series.ts";
import { finding } from "../tables.ts";

/** The value of the sort column for a finding without a deadline. */
const NO_DEADLINE = "9999-12-31";
const day = z.string().refine((text) => isDay(text) || text === NO_DEADLINE);
/** No amount needs more digits, and not every number of nineteen is a bigint. */
const amount = z.string().regex(/^\d{1,18}$/);

const ORDERS = {
  dueOn: { key: sql`${finding.dueOrder}`, type: sql.raw("date"), form: day },
  foundFen: { key: sql`${finding.foundFen}`, type: sql.raw("bigint"), form: amount },
  outstandingFen: { key: sql`${finding.outstandingFen}`, type: sql.raw("bigint"), form: amount },
  discoveredOn: { key: sql`${finding.discoveredOn}`, type: sql.raw("date"), form: day },
  number: { key: sql`${finding.numberOrder}`, type: sql.raw("text"), form: textInput({ min: 1, max: 60 }) },
} as const satisfies Record<FindingSort["by"], { key: SQL; type: SQL; form: z.ZodType<string> }>;

export function ordering(sort: FindingSort): SQL[] {
  const { key } = ORDERS[sort.by];
  return sort.direction === "asc" ? [asc(key), asc(finding.id)] : [desc(key), desc(finding.id)];
}

const cursorContent = z.tuple([z.enum(SORT_FIELDS), z.enum(SORT_DIRECTIONS), z.string(), z.uuid()]);

type Sorted = Pick<FindingRow, "id" | "dueOn" | "number" | "discoveredOn" | "foundFen" | "outstandingFen">;

export function cursorOf(sort: FindingSort, last: Sorted): string {
  return Buffer.from(JSON.stringify([sort.by, sort.direction, keyOf(sort, last), last.id])).toString("base64url");
}

function keyOf({ by }: FindingSort, row: Sorted): string {
  switch (by) {
    case "dueOn":
      return row.dueOn ?? NO_DEADLINE;
    case "number":
      return numberOrderOf(row.number) ?? row.number;
    case "discoveredOn":
      return row.discoveredOn;
    case "foundFen":
    case "outstandingFen":
      return row[by];
    default:
      return assertNever(by);
  }
}

/** The rows after a cursor. A cursor of another sort, or not made by us, is refused at its field. */
export function afterCursor(cursor: string, sort: FindingSort): SQL {
  const content = cursorContent.safeParse(jsonOf(cursor));
  if (!content.success) return refuseCursor();
  const [by, direction, key, id] = content.data;
  const { key: expression, type, form } = ORDERS[sort.by];
  if (by !== sort.by || direction !== sort.direction || !form.safeParse(key).success) return refuseCursor();
  const comparison = direction === "asc" ? sql.raw(">") : sql.raw("<");
  return sql`(${expression}, ${finding.id}) ${comparison} (${key}::${type}, ${id}::uuid)`;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function refuseCursor(): never {
  const fields = [{ path: "cursor", rule: "kernel.fieldInvalid", params: {} }];
  return refuse({ code: "invalid", rule: "kernel.invalidInput", fields });
}
