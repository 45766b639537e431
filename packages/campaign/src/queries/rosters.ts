import { type ActorCtx, read, type Reader } from "@anji/database";
import { placeName } from "@anji/jurisdictions";
import { countedRegions, type UnitRow } from "@anji/jurisdictions/queries";
import { isWithin, pathOfCode, type RegionPath } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { GateUnit } from "../gate.ts";
import type { rosterInput } from "../inputs.ts";
import { type Phase, PHASES } from "../phase.ts";
import type { RosterUnit } from "../roster.ts";
import { roster } from "../tables.ts";
import { campaignOf, type CampaignRow } from "./campaigns.ts";

export type RosterRow = typeof roster.$inferSelect;
export type RosterReader = Pick<Reader, "tx" | "today" | "actor" | "scope" | "published">;

/** Step: the frozen roster of a phase, or null while it has none. */
export async function rosterOf(
  reader: Pick<Reader, "tx" | "published">,
  campaignId: CampaignRow["id"],
  phase: Phase,
): Promise<RosterRow | null> {
  return (await rostersOf(reader, campaignId)).find((one) => one.phase === phase) ?? null;
}

/** Step: the roster of a phase, or the newest one taken before it. */
export async function newestRoster(
  reader: Pick<Reader, "tx" | "published">,
  campaignId: CampaignRow["id"],
  phase: Phase | null,
): Promise<RosterRow | null> {
  const taken = await rostersOf(reader, campaignId);
  const until = phase === null ? PHASES.length : PHASES.indexOf(phase) + 1;
  const order = PHASES.slice(0, until).toReversed();
  return order.flatMap((one) => taken.filter((row) => row.phase === one))[0] ?? null;
}

/** Step: the units a phase counts in an area, named for the reader: those of its roster, or today's without one. */
export async function gateUnits(
  reader: RosterReader,
  place: { campaignId: CampaignRow["id"]; phase: Phase; path: RegionPath },
): Promise<GateUnit[]> {
  const units = await unitsOfRoster(reader, {
    taken: await rosterOf(reader, place.campaignId, place.phase),
    path: place.path,
  });
  const names = new Map(units.map((one) => [one.unitCode, one.unitName]));
  return units.map((one) => {
    const cityName = one.level === "county" ? names.get(one.parentCode ?? "") : undefined;
    return {
      ...one,
      unitName: placeName({ unitName: one.unitName, cityName: cityName ?? one.unitName }, reader.actor),
    };
  });
}

/** Step: the units of a roster in an area, in the order of the tree; of the whole province without a path. */
export async function unitsOfRoster(
  reader: Pick<Reader, "tx" | "today" | "scope" | "actor">,
  { taken, path }: { taken: RosterRow | null; path: RegionPath | null },
): Promise<RosterUnit[]> {
  if (taken === null) return (await countedRegions(reader, path ?? reader.actor.path)).map(rosterUnit);
  return taken.units.filter((unit) => path === null || isWithin(pathOfCode(unit.unitCode), path));
}

export function rosterUnit({ code, name, parentCode, level, kind }: UnitRow): RosterUnit {
  if (level === "agency") throw new Error(`${code} is no region`);
  return { unitCode: code, unitName: name, parentCode, level, kind };
}

/** The roster of a phase: its size, its hash, its day, and the units of it in the actor's area. */
export async function getRoster(ctx: ActorCtx, input: z.output<typeof rosterInput>) {
  return read(ctx, async (reader) => {
    const campaign = await campaignOf(reader, input.campaignId);
    const taken = await rosterOf(reader, campaign.id, input.phase);
    if (taken === null) return null;
    return { ...headOf(taken), items: await unitsOfRoster(reader, { taken, path: reader.actor.path }) };
  });
}

/** What the page says of a roster before its list is opened. */
export function headOf({ unitCount, hash, takenOn }: RosterRow): Pick<RosterRow, "unitCount" | "hash" | "takenOn"> {
  return { unitCount, hash, takenOn };
}

async function rostersOf(
  reader: Pick<Reader, "tx" | "published">,
  campaignId: CampaignRow["id"],
): Promise<RosterRow[]> {
  return reader.tx
    .select()
    .from(roster)
    .where(and(eq(roster.campaignId, campaignId), reader.published(roster.regionPath)))
    .limit(PHASES.length);
}
