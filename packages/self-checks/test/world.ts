import { randomUUID } from "node:crypto";
import { type CampaignWorld, hebeiPlan } from "@anji/campaign/testing";
import type { FindingRow } from "@anji/findings";
import { aRegistration, openLedgerWorld } from "@anji/findings/testing";
import { register } from "@anji/findings/verbs";
import { hebeiUnits } from "@anji/jurisdictions/testing";
import type { Actor, Role } from "@anji/kernel";
import { selfChecksRules } from "@anji/self-checks";
import { declarationMatrix } from "@anji/self-checks/queries";
import { answersNaming, declaredUnit, SEARCHED } from "@anji/self-checks/testing";
import { answerDeclaration, signDeclaration } from "@anji/self-checks/verbs";
import { testDatabase } from "@anji/testing";
import { afterAll } from "vitest";

export type SelfChecksWorld = CampaignWorld & {
  person(unitCode: string, ...roles: Role[]): Promise<Actor>;
};

/** The tree of Hebei in 2008 with an empty ledger, in 自查自纠, on 2008-10-15. */
export async function selfChecksWorld(): Promise<SelfChecksWorld> {
  const { appUrl } = await testDatabase();
  const options = { appUrl, connections: 4, plan: hebeiPlan(), units: hebeiUnits(), rules: selfChecksRules };
  const world = await openLedgerWorld(options);
  afterAll(() => world.end());
  return {
    ...world,
    person: (unitCode, ...roles) => world.addPerson({ name: `${unitCode}${roles.join("")}`, unitCode, roles }),
  };
}

export function command() {
  return { commandId: randomUUID() };
}

type Changes = Parameters<typeof aRegistration>[1];

export function entered(world: SelfChecksWorld, by: Actor, changes: Changes): Promise<FindingRow> {
  return register(world.ctxOf(by), aRegistration(world, { unitCode: by.unitCode, ...changes }));
}

export function matrixOf(world: SelfChecksWorld, by: Actor, unitCode: string) {
  return declarationMatrix(world.ctxOf(by), { campaignId: world.campaignId, unitCode });
}

export async function partOf(world: SelfChecksWorld, by: Actor, of: { unitCode: string; declarant: string }) {
  const matrix = await matrixOf(world, by, of.unitCode);
  const one = matrix.declarants.find((each) => each.code === of.declarant);
  if (one === undefined) throw new Error(`${of.declarant} declares nothing in ${of.unitCode}`);
  return { ...one, rows: matrix.rows.filter((row) => row.owner === one.owner) };
}

type Answer = Parameters<typeof answerDeclaration>[1];

/** The answer of a department that names all findings of its unit; a test changes what it speaks about. */
export async function answer(
  world: SelfChecksWorld,
  by: Actor,
  of: { unitCode: string; declarant: string } & Partial<Answer>,
) {
  const part = await partOf(world, by, of);
  const cells = answersNaming(world.plan, part.rows);
  const { campaignId } = world;
  const { version } = part;
  return answerDeclaration(world.ctxOf(by), { ...command(), campaignId, version, searched: SEARCHED, cells, ...of });
}

export async function sign(
  world: SelfChecksWorld,
  by: Actor,
  of: { unitCode: string; declarant: string; rowsHash?: string },
) {
  const { id, version, rowsHash } = await partOf(world, by, of);
  if (id === null || version === null || rowsHash === null) throw new Error("nothing is answered yet");
  const input = { ...command(), id, version, head: "李局长", rowsHash: of.rowsHash ?? rowsHash };
  return signDeclaration(world.ctxOf(by), input);
}

export function declared(world: SelfChecksWorld, by: { clerk: Actor; reviewer: Actor }, unitCode: string) {
  const { campaignId, plan } = world;
  const people = { clerk: world.ctxOf(by.clerk), reviewer: world.ctxOf(by.reviewer) };
  return declaredUnit(people, { campaignId, plan, unitCode });
}
