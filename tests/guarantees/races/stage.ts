import { setTimeout as sleep } from "node:timers/promises";
import { appRouter } from "@anji/api";
import { evidenceFor } from "@anji/campaign";
import { planTemplates } from "@anji/campaign/queries";
import { storeFile } from "@anji/database";
import { aPerson } from "@anji/jurisdictions/testing";
import { type Actor, RefusalError, type Role } from "@anji/kernel";
import { TRPCError } from "@trpc/server";
import { command, type Caller, type ScopeWorld } from "../scope/world.ts";

const TEXT = "核对无误，同意。";
const LATEST_START_MS = 12;

export type Person = { actor: Actor; call: Caller };
export type Outcome = { isDone: true; answer: unknown } | { isDone: false; rule: string };

export async function person(world: ScopeWorld, unitCode: string, roles: Role[]): Promise<Person> {
  const actor = await aPerson(world.installation, { unitCode, roles });
  return { actor, call: appRouter.createCaller(world.installation.ctxOf(actor)) };
}

export function people(world: ScopeWorld, unitCode: string, roles: Role[]): Promise<[Person, Person]> {
  return Promise.all([person(world, unitCode, roles), person(world, unitCode, roles)]);
}

/** Starts everything within a few milliseconds. A refusal is an outcome; anything else fails the race. */
export function race(acts: readonly (() => Promise<unknown>)[]): Promise<Outcome[]> {
  return Promise.all(
    acts.map(async (act): Promise<Outcome> => {
      await sleep(Math.random() * LATEST_START_MS);
      try {
        return { isDone: true, answer: await act() };
      } catch (error) {
        if (error instanceof TRPCError && error.cause instanceof RefusalError)
          return { isDone: false, rule: error.cause.refusal.rule };
        throw error;
      }
    }),
  );
}

export function doneOf(outcomes: readonly Outcome[]): number {
  return outcomes.filter((one) => one.isDone).length;
}

/** The simplest registration of a county. */
export function registration(world: ScopeWorld) {
  return {
    ...command(),
    campaignId: world.campaignId,
    unitCode: "130681",
    fundLine: "unemployment",
    kind: "B2",
    occurrence: { text: "2007", precision: "year" as const },
    discoveredOn: "2008-09-21",
    summary: "一个问题",
    description: "",
    foundFen: "500",
    origin: "selfCheck" as const,
    responsibleUnit: "某局",
    responsibleLevel: "county" as const,
    responsiblePerson: null,
  };
}

/** A finding in 整改中. */
export async function rectifying(world: ScopeWorld, by: Person): Promise<{ id: string; version: number }> {
  const { findings } = by.call;
  const { id, version } = await findings.register(registration(world));
  const opinion = { responsibleUnit: "某局", responsiblePerson: null, handlingOpinion: TEXT };
  await findings.classify({
    ...command(),
    id,
    version,
    nature: "breach",
    responsibleLevel: "county",
    means: ["economic"],
    ...opinion,
  });
  const plan = { measures: TEXT, department: "科", responsiblePerson: "某", dueOn: "2009-03-01" };
  return findings.planRectification({ ...command(), id, version: version + 1, rectificationKind: "staged", ...plan });
}

export function settlement(finding: { id: string; version: number }, amountFen: string) {
  return {
    ...command(),
    id: finding.id,
    version: finding.version,
    lineNo: 1,
    channel: "recovered" as const,
    amountFen,
    settledOn: "2008-10-01",
    voucherNo: `凭${finding.id}`,
    note: "",
  };
}

/** The same, settled and with every document: it may be reported, and closed by another. */
export async function settledAndProven(world: ScopeWorld, by: Person): Promise<{ id: string; version: number }> {
  const { findings } = by.call;
  const finding = await rectifying(world, by);
  let current: { id: string; version: number } = await findings.recordSettlement(settlement(finding, "500"));
  const [plan] = planTemplates().items;
  for (const { code } of plan === undefined ? [] : evidenceFor(plan, "B2")) {
    const document = {
      fileId: await storedFile(world, by.actor, code),
      name: "证明",
      kind: code,
      eventOn: "2008-10-01",
    };
    current = await findings.attachEvidence({ ...command(), id: current.id, version: current.version, ...document });
  }
  return current;
}

async function storedFile(world: ScopeWorld, actor: Actor, text: string): Promise<string> {
  const ctx = world.installation.ctxOf(actor);
  async function* content() {
    yield new TextEncoder().encode(text);
  }
  const kept = await ctx.files.put(content(), { maximumBytes: 1000 });
  return (await storeFile(ctx, { ...command(), ...kept, name: "证明.txt", mediaType: "text/plain" })).fileId;
}
