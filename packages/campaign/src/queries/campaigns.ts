import { type Act, type ActorCtx, found, read, type Reader, type Root, together } from "@anji/database";
import { daysBetween, type Day, isWithin, monthOf, refuse } from "@anji/kernel";
import { and, asc, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { GateResult } from "../gate.ts";
import type { OpenMatter } from "../gate-source.ts";
import type { CampaignState } from "../phase.ts";
import { type CampaignPlan, planPhase } from "../plan.ts";
import { campaign, phaseEvent } from "../tables.ts";

export type CampaignRow = typeof campaign.$inferSelect;

const CAMPAIGNS_MAX = 50;
const PHASE_EVENTS_MAX = 50;

export async function listCampaigns(ctx: ActorCtx) {
  return read(ctx, async (reader) => {
    const rows = await reader.tx
      .select({
        id: campaign.id,
        key: campaign.key,
        name: campaign.name,
        provinceCode: campaign.provinceCode,
        phase: campaign.phase,
      })
      .from(campaign)
      .where(reader.published(campaign.regionPath))
      .orderBy(desc(campaign.createdAt))
      .limit(CAMPAIGNS_MAX);
    return { items: rows.map((row) => ({ ...row, isEnded: row.phase === "ended" })) };
  });
}

/** The parts of a campaign that never change. Each is read once, and given only to readers who see its row. */
type Fixed = Pick<CampaignRow, "id" | "regionPath" | "plan">;
const known = new Map<CampaignRow["id"], Fixed>();

/** Step: the campaign an act or a query is about. Published downwards: a county reads its province's campaign. */
export async function campaignOf(
  reader: Pick<Reader, "tx" | "published">,
  campaignId: CampaignRow["id"] | SQL,
): Promise<CampaignRow> {
  const { plan: _, ...columns } = getTableColumns(campaign);
  // Prepared, since nearly every request needs this.
  const rows = await reader.tx
    .select(columns)
    .from(campaign)
    .where(isCampaign(reader, campaignId))
    .prepare("campaign")
    .execute();
  const row = found(rows[0]);
  const { plan } = known.get(row.id) ?? (await fixedPart(reader, row.id));
  return { ...row, plan };
}

/**
 * Step: the plan of a campaign, for queries that need only its unchanging parts. It is visible where the campaign's row
 * is.
 */
export async function planOf(
  reader: Pick<Reader, "tx" | "published" | "actor">,
  campaignId: CampaignRow["id"],
): Promise<Fixed> {
  const { path } = reader.actor;
  const one = known.get(campaignId);
  if (one !== undefined && (isWithin(one.regionPath, path) || isWithin(path, one.regionPath))) return one;
  return fixedPart(reader, campaignId);
}

async function fixedPart(reader: Pick<Reader, "tx" | "published">, campaignId: CampaignRow["id"]): Promise<Fixed> {
  const { id, regionPath, plan } = campaign;
  const rows = await reader.tx.select({ id, regionPath, plan }).from(campaign).where(isCampaign(reader, campaignId));
  const one = found(rows[0]);
  known.set(one.id, one);
  return one;
}

function isCampaign(reader: Pick<Reader, "published">, campaignId: CampaignRow["id"] | SQL): SQL | undefined {
  return and(eq(campaign.id, campaignId), reader.published(campaign.regionPath));
}

/** The campaign that every case belongs to. No act on it passes while a phase is signed. */
export const campaignRoot = {
  // A unit below the province may read the row but not lock it, so both sides meet at this lock.
  lock: (act, id) => act.tx.execute(sql`select pg_advisory_xact_lock_shared(${campaignLock(id)})`).execute(),
  read: (act, id) => campaignOf(act, id),
} satisfies Root<CampaignRow>;

/** Step: the campaign of an act, held so that it is not signed into another phase until the act ends. */
export async function heldCampaign(
  act: Pick<Act, "tx" | "published">,
  campaignId: CampaignRow["id"],
): Promise<CampaignRow> {
  const id = sql`${campaignId}::uuid`;
  const [, row] = await together(
    () => campaignRoot.lock(act, id),
    () => campaignRoot.read(act, id),
  );
  return row;
}

/** Step: the same for an act that is not open once the campaign has ended. */
export async function heldOpenCampaign(
  act: Pick<Act, "tx" | "published">,
  campaignId: CampaignRow["id"],
): Promise<CampaignRow> {
  const row = await heldCampaign(act, campaignId);
  if (row.phase === "ended") refuse({ code: "precondition", rule: "campaign.alreadyEnded" });
  return row;
}

/** The number of the lock that a phase change takes alone and every other act on the campaign shares. */
export function campaignLock(id: SQL): SQL {
  return sql`hashtextextended('campaign:' || ${id}::text, 0)`;
}

/** The campaign with its plan, its phase, and every signed step so far. */
export async function getCampaign(ctx: ActorCtx, input: { campaignId: CampaignRow["id"] }) {
  return read(ctx, async (reader) => {
    const row = await campaignOf(reader, input.campaignId);
    const history = await reader.tx
      .select()
      .from(phaseEvent)
      .where(eq(phaseEvent.campaignId, row.id))
      .orderBy(asc(phaseEvent.seq))
      .limit(PHASE_EVENTS_MAX);
    return {
      id: row.id,
      key: row.key,
      name: row.name,
      plan: row.plan,
      phase: row.phase,
      version: row.version,
      phaseWindow: phaseWindow(row.plan, row.phase, reader.today),
      cutOffAt: reader.now.toISOString(),
      history: history.map((event) => ({
        seq: event.seq,
        from: event.from,
        to: event.to,
        signedBy: event.signedByName,
        signedAt: event.signedAt.toISOString(),
        documentNo: event.documentNo,
        remark: event.remark,
        gates: gatesOf(event.gates),
        openMatters: openMattersIn(event.openMatters),
      })),
    };
  });
}

/** The window of the phase: days left (negative when it is over) and which month of it this is. */
export function phaseWindow(plan: CampaignPlan, state: CampaignState, today: Day) {
  const phase = state === "ended" ? null : planPhase(plan, state);
  if (phase === null) return null;
  return {
    from: phase.startsOn,
    to: phase.endsOn,
    daysLeft: daysBetween(today, phase.endsOn),
    monthNo: Math.max(1, monthsBetween(phase.startsOn, today) + 1),
  };
}

function monthsBetween(from: Day, to: Day): number {
  const count = (day: Day) => Number(monthOf(day).slice(0, 4)) * 12 + Number(monthOf(day).slice(5, 7));
  return count(to) - count(from);
}

// Written by advance() from OpenMatter values and never changed after.
function openMattersIn(stored: unknown): OpenMatter[] {
  return stored as OpenMatter[];
}

// Written by advance() from GateResult values and never changed after.
function gatesOf(stored: unknown): GateResult[] {
  return stored as GateResult[];
}
