import { randomUUID } from "node:crypto";
import { type ActorCtx, read } from "@anji/database";
import { actorOf, systemActors } from "@anji/jurisdictions/queries";
import { person } from "@anji/jurisdictions/tables";
import { type Actor, type Id, whyNotAllowed } from "@anji/kernel";
import { ledgerSheetPermissions } from "@anji/ledger-sheet";
import { importProgress } from "@anji/ledger-sheet/queries";
import { finishImport, startRun, unfinishedImports } from "@anji/ledger-sheet/verbs";
import { eq } from "drizzle-orm";
import type { Parts } from "./parts.ts";
import { contextFor } from "./request-context.ts";

type Left = { importId: Id<"ledgerImport">; requestedBy: Id<"person"> };

/**
 * One round over the imports that a stopped server has left. The first round continues all of them. A later one
 * continues those without progress since the last round; another server may be working on the others. Two servers at
 * the same import do no harm, since each chunk is taken only at its checkpoint.
 */
export function createImportRounds(parts: Parts): (ended: AbortSignal) => Promise<void> {
  let before: ReadonlyMap<string, number> | null = null;
  return async (ended) => {
    const now = new Map<string, number>();
    for (const actor of await systemActors(parts.db)) {
      const ctx = contextOf(parts, actor);
      for (const left of await unfinishedImports(ctx)) {
        if (ended.aborted) return;
        const { done } = await importProgress(ctx, left);
        now.set(left.importId, done);
        if (before === null || before.get(left.importId) === done) await takeUp(parts, { ctx, left, done, ended });
      }
    }
    before = now;
  };
}

/**
 * One after the other, since each holds a whole workbook in memory. A stop does not wait; the checkpoint keeps the
 * progress.
 */
async function takeUp(
  parts: Parts,
  taking: { ctx: ActorCtx; left: Left; done: number; ended: AbortSignal },
): Promise<void> {
  const { ctx, left, done, ended } = taking;
  const requester = await requesterOf(parts, ctx, left);
  if (requester !== null && whyNotAllowed(ledgerSheetPermissions.importChunk, requester) === null) {
    await Promise.race([startRun(contextOf(parts, requester), left.importId), whenAborted(ended)]);
    return;
  }
  // Nothing more is written in the name of a person who may no longer write it. The taken rows stay, and a colleague
  // who sends the same file again adds the rest.
  const closing: ActorCtx = { ...ctx, actor: { ...ctx.actor, roles: ["clerk"] } };
  await finishImport(closing, {
    importId: left.importId,
    status: "refused",
    rule: "ledgerSheet.importStopped",
    params: { done },
  });
}

async function requesterOf(parts: Parts, ctx: ActorCtx, { requestedBy }: Left): Promise<Actor | null> {
  const [row] = await read(ctx, ({ tx }) =>
    tx.select({ account: person.authUserId }).from(person).where(eq(person.id, requestedBy)),
  );
  return row === undefined ? null : actorOf(parts.db, row.account);
}

function contextOf(parts: Parts, actor: Actor): ActorCtx {
  return { ...contextFor(parts, { actor, locale: "zh-CN", requestId: randomUUID() }), actor };
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
