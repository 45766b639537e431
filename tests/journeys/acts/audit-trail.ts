import postgres from "postgres";
import { expect } from "vitest";
import { z } from "zod";
import { PROVINCE, type Stage } from "./stage.ts";

const entry = z.object({ command_id: z.string(), verb: z.string(), person_name: z.string() });
type Entry = z.output<typeof entry>;

/** Acts that no client of the test sent: the worker's and the server's own. */
const OWN_ACTS = [
  "jurisdictions.signIn",
  "jurisdictions.issueServiceKey",
  "jobs.claim",
  "jobs.complete",
  "jobs.fail",
  "files.store",
  "reporting.attachRendering",
  "ledgerSheet.importChunk",
  "ledgerSheet.finishImport",
];

/** Every act of the story left exactly one row, a repeated act left none, and every row has its act. */
export async function expectOneRowForEachAct(stage: Stage): Promise<void> {
  const entries = await auditTrail(stage);
  const sent = new Set(stage.product.done.map((act) => act.commandId));
  expect(stage.product.done.length).toBeGreaterThan(sent.size);
  const ofClients = entries.filter((one) => sent.has(one.command_id));
  expect(ofClients.length).toBe(sent.size);
  expect(new Set(ofClients.map((one) => one.command_id)).size).toBe(sent.size);
  const others = entries.filter((one) => !sent.has(one.command_id));
  expect(others.filter((one) => !OWN_ACTS.includes(one.verb))).toEqual([]);
  expect(new Set(others.map((one) => one.command_id)).size).toBe(others.length);
}

/** Read as the server's own restricted role, with the province's scope; without a scope nothing is seen. */
async function auditTrail(stage: Stage): Promise<Entry[]> {
  const { person } = await (await stage.at("leader", PROVINCE)).rpc.jurisdictions.me.query();
  const sql = postgres(stage.product.databaseUrl, { max: 1 });
  try {
    expect(await sql`select command_id from database.audit_entry`).toHaveLength(0);
    const rows = await sql.begin(async (tx) => {
      await tx`select set_config('app.path', ${person.path}, true), set_config('app.uid', ${person.id}, true)`;
      return tx`select command_id, verb, person_name from database.audit_entry order by id`;
    });
    return z.array(entry).parse([...rows]);
  } finally {
    await sql.end();
  }
}
