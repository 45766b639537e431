import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type CampaignPlan, campaignRules, type CampaignState } from "@anji/campaign";
import { campaign, kindFund } from "@anji/campaign/tables";
import { type ActorCtx, connect, diskFileStore, setScope, storeFile, type Tx } from "@anji/database";
import { jurisdictionsRules } from "@anji/jurisdictions";
import { unit } from "@anji/jurisdictions/tables";
import { type Actor, type Id, kernelRules, levelOfPath, newId, pathOfCode, regionPath, type Role } from "@anji/kernel";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { registerInput } from "./finding.inputs.ts";
import { findingsRules } from "./rules.ts";

/** A campaign over a region tree, with the clock and the phase in a test's hand. */
export type LedgerWorld = {
  readonly campaignId: Id<"campaign">;
  /** For a separate process: the server's connection and its files. */
  readonly appUrl: string;
  readonly fileDirectory: string;
  actorOf(who: { unitCode: string; roles: readonly Role[] }): Actor;
  ctxOf(actor: Actor): ActorCtx;
  /** Sets the clock to noon of a day. */
  moveTo(day: string): void;
  setPhase(phase: CampaignState): Promise<void>;
  /** Runs as the province's own connection would, with its scope set. */
  asProvince<Answer>(body: (tx: Tx) => Promise<Answer>): Promise<Answer>;
  upload(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<Id<"file">>;
  end(): Promise<void>;
};

export type TreeUnit = { code: string; name: string; kind: string };

export async function openLedgerWorld(options: {
  appUrl: string;
  plan: CampaignPlan;
  units: readonly TreeUnit[];
  connections: number;
}): Promise<LedgerWorld> {
  const connection = connect({ url: options.appUrl, connections: options.connections, applicationName: "test" });
  const fileDirectory = await mkdtemp(join(tmpdir(), "anji-files-"));
  const files = diskFileStore(fileDirectory);
  let now = noonOf("2008-10-15");
  const office = { path: pathOfCode(options.plan.provinceCode), personId: newId<"person">(now) };
  const asProvince: LedgerWorld["asProvince"] = (body) =>
    connection.db.transaction(async (tx) => {
      await setScope(tx, office);
      return body(tx);
    });
  const campaignId = newId<"campaign">(now);
  await asProvince((tx) => insertCampaign(tx, { ...options, campaignId, createdAt: now }));
  const names = new Map(options.units.map((one) => [one.code, one.name]));
  const ctxOf = (actor: Actor): ActorCtx => ({
    db: connection.db,
    actor,
    clock: { now: () => now },
    files,
    signals: { listen: () => () => undefined },
    locale: "zh-CN",
    requestId: "test",
    rules: { ...kernelRules, ...jurisdictionsRules, ...campaignRules, ...findingsRules },
    filtersByScope: true,
  });
  return {
    campaignId,
    appUrl: options.appUrl,
    fileDirectory,
    asProvince,
    ctxOf,
    moveTo: (day) => {
      now = noonOf(day);
    },
    actorOf: (who) => actorOf({ ...who, name: names.get(who.unitCode) ?? who.unitCode }),
    setPhase: (phase) =>
      asProvince(async (tx) => void (await tx.update(campaign).set({ phase }).where(eq(campaign.id, campaignId)))),
    upload: async (actor, file) => {
      const stored = await files.put(Readable.from([file.bytes]), { maximumBytes: file.bytes.byteLength });
      const mediaType = "application/octet-stream";
      return (await storeFile(ctxOf(actor), { commandId: randomUUID(), name: file.name, mediaType, ...stored })).fileId;
    },
    end: () => connection.end(),
  };
}

/** The smallest registration the plan of Hebei 2008 accepts; a test names only what it is about. */
export function aRegistration(
  world: Pick<LedgerWorld, "campaignId">,
  changes: Partial<z.input<typeof registerInput>>,
): z.output<typeof registerInput> {
  return registerInput.parse({
    commandId: randomUUID(),
    campaignId: world.campaignId,
    unitCode: "130621",
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: "2008-10-10",
    summary: "失业保险基金用于发放补贴",
    description: "",
    foundFen: "100000000",
    origin: "selfCheck",
    responsibleUnit: "县劳动保障局",
    responsibleLevel: "county",
    responsiblePerson: null,
    ...changes,
  });
}

async function insertCampaign(
  tx: Tx,
  options: { campaignId: Id<"campaign">; plan: CampaignPlan; units: readonly TreeUnit[]; createdAt: Date },
): Promise<void> {
  const { plan, campaignId } = options;
  const path = pathOfCode(plan.provinceCode);
  await tx.insert(unit).values(options.units.map(unitRow));
  await tx.insert(campaign).values({
    id: campaignId,
    key: plan.key,
    name: plan.name,
    provinceCode: plan.provinceCode,
    regionPath: path,
    plan,
    phase: "selfCheck",
    machineVersion: 1,
    createdAt: options.createdAt,
  });
  await tx.insert(kindFund).values(
    plan.kinds.flatMap((kind) =>
      kind.fundLines.map((fundLine) => ({
        campaignId,
        kind: kind.code,
        category: kind.category,
        fundLine,
        regionPath: path,
      })),
    ),
  );
}

function unitRow(one: TreeUnit): typeof unit.$inferInsert {
  const path = pathOfCode(one.code);
  const cut = path.lastIndexOf(".");
  return {
    code: one.code,
    revision: "test",
    name: one.name,
    fullName: one.name,
    parentCode: cut < 0 ? null : regionPath(path.slice(0, cut)).replaceAll(".", "").padEnd(6, "0"),
    level: levelOfPath(path),
    kind: one.kind,
    regionPath: path,
    isCustom: false,
    reason: null,
  };
}

function actorOf(who: { unitCode: string; name: string; roles: readonly Role[] }): Actor {
  const path = pathOfCode(who.unitCode);
  return {
    personId: newId<"person">(new Date()),
    name: `${who.name}${who.roles.join("")}`,
    unitCode: who.unitCode,
    unitName: who.name,
    level: levelOfPath(path),
    path,
    department: null,
    roles: who.roles,
    isService: false,
  };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
