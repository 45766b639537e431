import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CampaignPlan, campaignRules, type CampaignState } from "@anji/campaign";
import { campaign } from "@anji/campaign/tables";
import { type ActorCtx, connect, diskFileStore, setScope, type Tx } from "@anji/database";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { person, unit } from "@anji/jurisdictions/tables";
import {
  type Actor,
  type Id,
  kernelRules,
  levelOfPath,
  newId,
  pathOfCode,
  regionPath,
  type Role,
  type RuleBook,
} from "@anji/kernel";
import { eq } from "drizzle-orm";
import { inspectionRules } from "./rules.ts";

/** A campaign over a region tree in its own database, for tests of this room and later ones. */
export type World = {
  readonly campaignId: Id<"campaign">;
  ctxOf(actor: Actor): ActorCtx;
  /** Sets the clock to noon of a day, or to an instant. */
  moveTo(at: string): void;
  setPhase(phase: CampaignState): Promise<void>;
  addPerson(who: { name: string; unitCode: string; roles: Role[] }): Promise<Actor>;
  /** Runs as the province would, with its scope set. */
  asProvince<Answer>(body: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  end(): Promise<void>;
};

type UnitInsert = typeof unit.$inferInsert;

export async function openWorld(options: {
  appUrl: string;
  plan: CampaignPlan;
  units: readonly UnitInsert[];
  rules: RuleBook;
  startsAt: string;
}): Promise<World> {
  const connection = connect({ url: options.appUrl, connections: 4, applicationName: "test" });
  const files = diskFileStore(await mkdtemp(join(tmpdir(), "anji-files-")));
  let now = instantOf(options.startsAt);
  const clock = { now: () => now };
  const office = { path: pathOfCode(options.plan.provinceCode), personId: newId<"person">(now) };
  const asProvince: World["asProvince"] = (body) =>
    connection.db.transaction(async (tx) => {
      await setScope(tx, office);
      return body(tx);
    });
  const campaignId = newId<"campaign">(now);
  await asProvince(async (tx) => {
    await tx.insert(unit).values([...options.units]);
    await tx.insert(campaign).values({
      id: campaignId,
      key: options.plan.key,
      name: options.plan.name,
      provinceCode: options.plan.provinceCode,
      regionPath: office.path,
      plan: options.plan,
      phase: "acceptance",
      machineVersion: 1,
      createdAt: now,
    });
  });
  const rules = { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...inspectionRules, ...options.rules };
  return {
    campaignId,
    asProvince,
    moveTo: (at) => {
      now = instantOf(at);
    },
    ctxOf: (actor) => ({
      db: connection.db,
      actor,
      clock,
      files,
      signals: { listen: () => () => undefined },
      locale: "zh-CN",
      requestId: "test",
      rules,
      filtersByScope: true,
    }),
    setPhase: (phase) =>
      asProvince(async (tx) => void (await tx.update(campaign).set({ phase }).where(eq(campaign.id, campaignId)))),
    addPerson: (who) => asProvince((tx) => insertPerson(tx, { ...who, now })),
    end: () => connection.end(),
  };
}

async function insertPerson(tx: Tx, who: { name: string; unitCode: string; roles: Role[]; now: Date }): Promise<Actor> {
  const id = newId<"person">(who.now);
  const path = pathOfCode(who.unitCode);
  await tx.insert(person).values({
    id,
    authUserId: id,
    username: id,
    name: who.name,
    unitCode: who.unitCode,
    regionPath: path,
    department: null,
    roles: who.roles,
    isService: false,
    isActive: true,
  });
  const [home] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.code, who.unitCode));
  return {
    personId: id,
    name: who.name,
    unitCode: who.unitCode,
    unitName: home?.name ?? "",
    level: levelOfPath(path),
    path,
    department: null,
    roles: who.roles,
    isService: false,
  };
}

/** A unit row of a small tree made by hand. */
export function unitRow(one: { code: string; name: string; kind: string }): UnitInsert {
  const path = pathOfCode(one.code);
  const parent = path.includes(".") ? regionPath(path.slice(0, path.lastIndexOf("."))) : null;
  return {
    code: one.code,
    revision: "test",
    name: one.name,
    fullName: one.name,
    parentCode: parent === null ? null : parent.replaceAll(".", "").padEnd(6, "0"),
    level: levelOfPath(path),
    kind: one.kind,
    regionPath: path,
    isCustom: false,
    reason: null,
  };
}

function instantOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at);
}
