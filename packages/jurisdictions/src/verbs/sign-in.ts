import { randomUUID } from "node:crypto";
import { type ActorCtx, perform } from "@anji/database";
import { SESSIONS_ENDED } from "@anji/rpc";
import { eq } from "drizzle-orm";
import { jurisdictionsPermissions } from "../permissions.ts";
import type { AccountHolder } from "../queries/account-holder.ts";
import { session } from "../tables.ts";

/*
 * What the audit trail holds of signing in: who, when, from which address, and never what was typed. People type
 * passwords into the field of the user name, so an unknown name is not kept either.
 */

/** A person has signed in. Without this row the session is not given out. */
export async function recordSignIn(ctx: ActorCtx, options: { address: string }): Promise<void> {
  const { personId, path } = ctx.actor;
  await perform(ctx, { permission: jurisdictionsPermissions.signIn, input: once() }, (act) =>
    act.done({
      subjectKind: "person",
      subjectId: personId,
      regionPath: path,
      campaignId: null,
      before: null,
      after: options,
      answer: null,
    }),
  );
}

/**
 * A sign-in was refused. The system records it, since the person is not known. The row is in the area of the account
 * that was tried.
 */
export async function recordRefusedSignIn(
  system: ActorCtx,
  options: { holder: AccountHolder | null; address: string },
): Promise<void> {
  const { holder, address } = options;
  const subjectId = holder?.personId ?? "unknown";
  const regionPath = holder?.regionPath ?? system.actor.path;
  await perform(system, { permission: jurisdictionsPermissions.refuseSignIn, input: once() }, (act) =>
    act.done({
      subjectKind: "person",
      subjectId,
      regionPath,
      campaignId: null,
      before: null,
      after: { address },
      answer: null,
    }),
  );
}

/** Ends the session at sign-out, with its row in the same transaction. */
export async function signOut(ctx: ActorCtx, options: { sessionId: string; address: string }): Promise<void> {
  const { personId, path } = ctx.actor;
  await perform(ctx, { permission: jurisdictionsPermissions.signOut, input: once() }, async (act) => {
    await act.tx.delete(session).where(eq(session.id, options.sessionId));
    act.signal({ topic: SESSIONS_ENDED, subjectId: personId, regionPath: path, campaignId: null });
    const after = { address: options.address };
    return act.done({
      subjectKind: "person",
      subjectId: personId,
      regionPath: path,
      campaignId: null,
      before: null,
      after,
      answer: null,
    });
  });
}

// The sign-in library's endpoints have no command id: each of their answers is a separate act.
function once(): { commandId: string } {
  return { commandId: randomUUID() };
}
