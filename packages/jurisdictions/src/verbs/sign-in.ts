import { randomUUID } from "node:crypto";
import { type Act, systemAct } from "@anji/database";
import { refuse } from "@anji/kernel";
import { SESSIONS_ENDED } from "@anji/rpc";
import { eq } from "drizzle-orm";
import { jurisdictionsPermissions } from "../permissions.ts";
import type { AccountHolder } from "../queries/account-holder.ts";
import { account, session } from "../tables.ts";

/*
 * What the audit trail holds of signing in: who, when, from which address, and never what was typed. People type
 * passwords into the field of the user name, so an unknown name is not kept either.
 */

// The sign-in library's endpoints have no command id: each of their answers is a separate act.
const once = () => ({ commandId: randomUUID() });

type SignIn = {
  readonly address: string;
  readonly userId: string;
  /** The account's password before the library checked what was typed. */
  readonly passwordHash: string | null;
};

/**
 * A person has signed in. Without this row the session is not given out. A password that changed while it was checked
 * is refused: its change has ended the sessions of before, and this one began with the old password.
 */
export const recordSignIn = systemAct(
  { permission: jurisdictionsPermissions.signIn, command: once },
  async (act, { address, userId, passwordHash }: SignIn) => {
    const [current] = await act.tx
      .select({ hash: account.password })
      .from(account)
      .where(eq(account.userId, userId))
      .for("share");
    if (current?.hash !== passwordHash) refuse({ code: "notSignedIn", rule: "jurisdictions.signInWrong" });
    return act.done({ ...ownSubject(act), before: null, after: { address }, answer: null });
  },
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
