import type { Act } from "@anji/database";
import { unit } from "@anji/jurisdictions/tables";
import { type Id, levelOfPath, parentPath, type RegionPath } from "@anji/kernel";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { numberSeries } from "./tables.ts";

const DIGITS = 4;

/**
 * Step: the next number for each of the given regions, in their order, as in 保-0112. A city counts its own and
 * its counties' findings; the series row stays locked until the act ends, so a number is neither given twice nor lost.
 */
export async function nextNumbers(
  act: Pick<Act, "tx">,
  options: { campaignId: Id<"campaign">; paths: readonly RegionPath[] },
): Promise<string[]> {
  const { campaignId } = options;
  const wanted = new Map<RegionPath, number>();
  for (const path of options.paths) wanted.set(seriesPath(path), (wanted.get(seriesPath(path)) ?? 0) + 1);
  // Always in the same order, so that two acts over several cities wait for each other and never in a circle.
  const series = new Map<RegionPath, { prefix: string; next: number }>();
  for (const path of [...wanted.keys()].toSorted()) {
    const taken = wanted.get(path) ?? 0;
    const { prefix, lastNumber } = await taking(act, { campaignId, path, taken });
    series.set(path, { prefix, next: lastNumber - taken + 1 });
  }
  return options.paths.map((path) => {
    const one = series.get(seriesPath(path));
    if (one === undefined) throw new Error(`no number series for ${path}`);
    const count = one.next;
    one.next += 1;
    return `${one.prefix}-${String(count).padStart(DIGITS, "0")}`;
  });
}

type Taking = { campaignId: Id<"campaign">; path: RegionPath; taken: number };

async function taking(act: Pick<Act, "tx">, options: Taking): Promise<{ prefix: string; lastNumber: number }> {
  const counted = await countUp(act, options);
  if (counted !== null) return counted;
  await openSeries(act, options);
  const opened = await countUp(act, options);
  if (opened === null) throw new Error(`the number series of ${options.path} could not be opened`);
  return opened;
}

async function countUp(act: Pick<Act, "tx">, { campaignId, path, taken }: Taking) {
  const [row] = await act.tx
    .update(numberSeries)
    .set({ lastNumber: sql`${numberSeries.lastNumber} + ${taken}` })
    .where(and(eq(numberSeries.campaignId, campaignId), eq(numberSeries.regionPath, path)))
    .returning({ prefix: numberSeries.prefix, lastNumber: numberSeries.lastNumber });
  return row ?? null;
}

/** The shortest beginning of the city's name that no other city has taken: 保, or 淮南 beside 淮北. */
async function openSeries(act: Pick<Act, "tx">, { campaignId, path }: Taking): Promise<void> {
  const rows = await act.tx
    .select({ name: unit.name, code: unit.code })
    .from(unit)
    .where(and(inArray(unit.regionPath, [path]), ne(unit.level, "agency")));
  const name = rows[0]?.name ?? path;
  const beginnings = Array.from(name, (_, index) => Array.from(name).slice(0, index + 1).join(""));
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
