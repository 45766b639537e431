import type { Reader } from "@anji/database";
import type { Id } from "@anji/kernel";
import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { finding, findingEvent } from "./tables.ts";

const PEOPLE_MAX = 200;
const IS_RECTIFYING = inArray(findingEvent.event, ["planRectification", "recordSettlement"]);

/** Step: who planned the rectification of a finding or booked its money. They do not accept it. */
export async function rectifiersOf(reader: Pick<Reader, "tx">, id: Id<"finding">): Promise<string[]> {
  const rows = await reader.tx
    .selectDistinct({ by: findingEvent.by })
    .from(findingEvent)
    .where(and(eq(findingEvent.subjectId, id), IS_RECTIFYING))
    .limit(PEOPLE_MAX);
  return rows.map((row) => row.by);
}

/** The condition that this person is one of them. */
export function isRectifiedBy(reader: Pick<Reader, "tx">, personId: Id<"person">): SQL {
  const acts = reader.tx
    .select({ one: sql`1` })
    .from(findingEvent)
    .where(and(eq(findingEvent.subjectId, finding.id), eq(findingEvent.by, personId), IS_RECTIFYING));
  return exists(acts);
}
