import { randomUUID } from "node:crypto";
import { appRouter } from "@anji/api";
import { auditEntry, command } from "@anji/database/tables";
import type { TestInstallation } from "@anji/database/testing";
import { type Actor, regionPath } from "@anji/kernel";
import { refusalOf } from "@anji/kernel/testing";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";

export type Act = { path: string; actor: Actor; input: { commandId: string }; answer: unknown; repeated: unknown };
export type Attempt = {
  path: string;
  why: "a reader asked" | "a version nobody has seen";
  commandId: string;
  code: string;
  rule: string;
  current: unknown;
};
export type AuditRow = {
  commandId: string;
  verb: string;
  personId: string;
  transactionId: string;
  storedIn: string | null;
};

const FAR = 1000;
const versioned = z.looseObject({ version: z.int() });

/**
 * Does acts and records what was sent. Each is first refused to an observer and at a wrong version, then done, then
 * sent again.
 */
export type Recorder = {
  readonly acts: readonly Act[];
  readonly refused: readonly Attempt[];
  act(path: string, actor: Actor, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  auditRows(): Promise<AuditRow[]>;
};

export function recorder(installation: TestInstallation, reader: Actor): Recorder {
  const acts: Act[] = [];
  const refused: Attempt[] = [];
  async function refuse(attempt: {
    path: string;
    actor: Actor;
    input: Readonly<Record<string, unknown>>;
    why: Attempt["why"];
  }): Promise<void> {
    const commandId = randomUUID();
    const attempted = call(installation, { ...attempt, input: { ...attempt.input, commandId } });
    const { code, rule, current } = await refusalOf(attempted).catch((cause: unknown) => {
      throw new Error(`${attempt.path}: not refused`, { cause });
    });
    refused.push({ path: attempt.path, why: attempt.why, commandId, code, rule, current });
  }
  return {
    acts,
    refused,
    act: async (path, actor, fields) => {
      const input = { commandId: randomUUID(), ...fields };
      await refuse({ path, actor: reader, input, why: "a reader asked" });
      const seen = versioned.safeParse(input);
      if (seen.success)
        await refuse({
          path,
          actor,
          input: { ...input, version: seen.data.version + FAR },
          why: "a version nobody has seen",
        });
      const answer = await call(installation, { path, actor, input });
      const repeated = await call(installation, { path, actor, input });
      acts.push({ path, actor, input, answer, repeated });
      return answer;
    },
    auditRows: () => auditRows(installation, { acts, refused }),
  };
}

async function call(
  installation: TestInstallation,
  { path, actor, input }: { path: string; actor: Actor; input: unknown },
): Promise<unknown> {
  const caller: unknown = appRouter.createCaller(installation.ctxOf(actor));
  const procedure = path.split(".").reduce<unknown>((at, part) => Reflect.get(Object(at), part), caller);
  if (typeof procedure !== "function") throw new Error(`${path} is no procedure`);
  const answer: unknown = await procedure(input);
  return answer;
}

/** The audit rows of all commands, each with the transaction that stored the command's answer. */
async function auditRows(
  installation: TestInstallation,
  sent: Pick<Recorder, "acts" | "refused">,
): Promise<AuditRow[]> {
  const ids = [...sent.acts.map((act) => act.input.commandId), ...sent.refused.map((attempt) => attempt.commandId)];
  const { commandId, verb, personId, transactionId } = auditEntry;
  const office = { path: regionPath("13"), personId: sent.acts[0]?.actor.personId ?? fail() };
  const rows = await installation.under(office, (tx) =>
    tx.select({ commandId, verb, personId, transactionId }).from(auditEntry).where(inArray(commandId, ids)),
  );
  const storedIn = new Map<string, string>();
  for (const actor of new Set(sent.acts.map((act) => act.actor))) {
    const stored = await installation.under(actor, (tx) =>
      tx.select({ id: command.commandId, transaction: sql<string>`xmin::text` }).from(command),
    );
    for (const one of stored) storedIn.set(one.id, one.transaction);
  }
  return rows.map((row) => ({ ...row, storedIn: storedIn.get(row.commandId) ?? null }));
}

function fail(): never {
  throw new Error("nothing was done");
}
