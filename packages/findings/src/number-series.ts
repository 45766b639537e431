import type { Act } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, levelOfPath, parentPath, type RegionPath, regionPath } from "@anji/kernel";
import { and, eq, ne, sql } from "drizzle-orm";
import { numberSeries } from "./tables.ts";

const DIGITS = 4;

/**
 * Step: the next number for each of the given regions, in their order, as in 保-0112. A city counts its own and its
 * counties' findings. The series row stays locked until the act ends, so no number is given twice or lost.
 */
export async function nextNumbers(
  act: Pick<Act, "tx">,
  options: { campaignId: Id<"campaign">; paths: readonly RegionPath[] },
): Promise<string[]> {
  const { campaignId } = options;
  const wanted = new Map<RegionPath, number>();
  for (const path of options.paths) wanted.set(seriesPath(path), (wanted.get(seriesPath(path)) ?? 0) + 1);
  const counted = await countUp(act, { campaignId, wanted });
  for (const path of wanted.keys()) if (!counted.has(path)) await openSeries(act, { campaignId, path });
  const missing = new Map([...wanted].filter(([path]) => !counted.has(path)));
  const series = new Map([
    ...counted,
    ...(missing.size === 0 ? [] : await countUp(act, { campaignId, wanted: missing })),
  ]);
  return options.paths.map((path) => {
    const one = series.get(seriesPath(path));
    if (one === undefined) throw new Error(`no number series for ${path}`);
    const count = one.next;
    one.next += 1;
    return `${one.prefix}-${String(count).padStart(DIGITS, "0")}`;
  });
}

type Series = { prefix: string; next: number };

/** Takes the needed numbers from each open series. */
async function countUp(
  act: Pick<Act, "tx">,
  { campaignId, wanted }: { campaignId: Id<"campaign">; wanted: ReadonlyMap<RegionPath, number> },
): Promise<Map<RegionPath, Series>> {
  const takings = JSON.stringify([...wanted].map(([path, taken]) => ({ path, taken })));
  const rows = await act.tx.execute<{ path: string; prefix: string; next: number }>(sql`
    update findings.number_series set last_number = last_number + taking.taken
    from json_to_recordset(${takings}::text::json) as taking (path text, taken integer)
    where campaign_id = ${campaignId} and region_path = taking.path
    returning region_path as path, prefix, last_number - taking.taken + 1 as next`);
  return new Map(rows.map((row) => [regionPath(row.path), { prefix: row.prefix, next: row.next }]));
}

/** The shortest beginning of the city's name that no other city has taken: 保, or 淮南 beside 淮北. */
async function openSeries(
  act: Pick<Act, "tx">,
  { campaignId, path }: { campaignId: Id<"campaign">; path: RegionPath },
): Promise<void> {
  const rows = await act.tx
    .select({ name: unit.name, code: unit.code })
    .from(unit)
    .where(and(eq(unit.regionPath, path), ne(unit.level, "agency")));
  const name = rows[0]?.name ?? path;
  const beginnings = Array.from(name, (_, index) =>
    Array.from(name)
      .slice(0, index + 1)
      .join(""),
  );
  for (const prefix of [...beginnings, path.replaceAll(".", "")]) {
    const opened = await act.tx
      .insert(numberSeries)
      .values({ campaignId, regionPath: path, prefix, lastNumber: 0 })
      .onConflictDoNothing()
      .returning({ prefix: numberSeries.prefix });
    if (opened.length > 0) return;
    const [existing] = await act.tx
      .select({ prefix: numberSeries.prefix })
      .from(numberSeries)
      .where(and(eq(numberSeries.campaignId, campaignId), eq(numberSeries.regionPath, path)));
    if (existing !== undefined) return;
  }
}

function seriesPath(path: RegionPath): RegionPath {
  return levelOfPath(path) === "county" ? (parentPath(path) ?? path) : path;
}

/** 保-0112 in the order of the ledger, as in the column number_order; null for a text that is not our number. */
export function numberOrderOf(number: string): string | null {
  const [, prefix, count] = /^([^-]+)-(\d{4,8})$/.exec(number) ?? [];
  return prefix === undefined || count === undefined ? null : `${prefix}-${count.padStart(8, "0")}`;
}
