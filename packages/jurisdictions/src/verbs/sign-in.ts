import { randomUUID } from "node:crypto";
import { type Act, systemAct } from "@anji/database";
import { SESSIONS_ENDED } from "@anji/rpc";
import { eq } from "drizzle-orm";
import { jurisdictionsPermissions } from "../permissions.ts";
import type { AccountHolder } from "../queries/account-holder.ts";
import { session } from "../tables.ts";

/*
 * What the audit trail holds of signing in: who, when, from which address, and never what was typed. People type
 * passwords into the field of the user name, so an unknown name is not kept either.
 */

// The sign-in library's endpoints have no command id: each of their answers is a separate act.
const once = () => ({ commandId: randomUUID() });

/** A person has signed in. Without this row the session is not given out. */
export const recordSignIn = systemAct(
  { permission: jurisdictionsPermissions.signIn, command: once },
  (act, options: { address: string }) => act.done({ ...ownSubject(act), before: null, after: options, answer: null }),
);

/** A sign-in was refused. The system records it, for nobody knows who tried, in the area of the account tried. */
export const recordRefusedSignIn = systemAct(
  { permission: jurisdictionsPermissions.refuseSignIn, command: once },
  (act, { holder, address }: { holder: AccountHolder | null; address: string }) => {
    const subjectId = holder?.personId ?? "unknown";
    const regionPath = holder?.regionPath ?? act.actor.path;
    const subject = { subjectKind: "person", subjectId, regionPath, campaignId: null };
    return act.done({ ...subject, before: null, after: { address }, answer: null });
  },
);

/** Ends the session at sign-out, with its row in the same transaction. */
export const signOut = systemAct(
  { permission: jurisdictionsPermissions.signOut, command: once },
  async (act, { sessionId, address }: { sessionId: string; address: string }) => {
    await act.tx.delete(session).where(eq(session.id, sessionId));
    const { subjectKind, ...subject } = ownSubject(act);
    act.signal({ topic: SESSIONS_ENDED, ...subject });
    return act.done({ subjectKind, ...subject, before: null, after: { address }, answer: null });
  },
);

function ownSubject({ actor }: Act) {
  return { subjectKind: "person", subjectId: actor.personId, regionPath: actor.path, campaignId: null };
}
