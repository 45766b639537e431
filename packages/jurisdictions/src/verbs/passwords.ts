import { type Act, found, verb, verbAround } from "@anji/database";
import { refuse, refuseAt } from "@anji/kernel";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { changeOwnPasswordInput, oneTimePasswordInput } from "../inputs.ts";
import { jurisdictionsPermissions } from "../permissions.ts";
import { isPasswordOf, replacePassword } from "../sign-in/accounts.ts";
import { countGuess, forgetGuess, type GuessLimit } from "../sign-in/guesses.ts";
import { person } from "../tables.ts";
import { changed, lockedPerson, type PersonRow, signalPerson } from "./person-row.ts";

/** Limits password guesses from an open session. */
const OWN_PASSWORD_GUESSES: GuessLimit = { max: 5, windowSeconds: 300 };

/** Gives a person of the area a one-time password. Their sessions end, and they must change it at the next sign-in. */
export const resetPassword = verb(
  { permission: jurisdictionsPermissions.resetPassword, input: oneTimePasswordInput, secrets: ["password"] },
  async (act, input) => {
    if (input.id === act.actor.personId) refuse({ code: "precondition", rule: "jurisdictions.ownPassword" });
    const before = await lockedPerson(act, input);
    if (!before.isActive) refuse({ code: "precondition", rule: "jurisdictions.personInactive" });
    await giveOneTimePassword(act, before, input.password);
    return changed(act, { before, values: {} });
  },
);

/** Opens a closed account again, with the roles it had and a one-time password. */
export const reactivatePerson = verb(
  { permission: jurisdictionsPermissions.reactivatePerson, input: oneTimePasswordInput, secrets: ["password"] },
  async (act, input) => {
    const before = await lockedPerson(act, input);
    if (before.isActive) refuse({ code: "precondition", rule: "jurisdictions.personActive" });
    await giveOneTimePassword(act, before, input.password);
    return changed(act, { before, values: { isActive: true } });
  },
);

async function giveOneTimePassword(act: Act, row: PersonRow, password: string): Promise<void> {
  if (row.isService) refuse({ code: "precondition", rule: "jurisdictions.keyNotPassword" });
  await replacePassword(act, { userId: row.authUserId, password, isTemporary: true });
}

/** One's own password, against the current one. Every session ends, this one too: one signs in again with the new password. */
export const changeOwnPassword = verbAround(
  {
    permission: jurisdictionsPermissions.changeOwnPassword,
    input: changeOwnPasswordInput,
    secrets: ["currentPassword", "newPassword"],
  },
  {
    before: (ctx) => countGuess(ctx.db, guessOf(ctx.actor), OWN_PASSWORD_GUESSES),
    body: async (act, input) => {
      const own = await ownRow(act);
      await refuseWrong(act, { own, input });
      await replacePassword(act, { userId: own.authUserId, password: input.newPassword, isTemporary: false });
      // The version stays the same: nothing an administrator decides has changed, and an open page is not stale.
      signalPerson(act, own);
      const subject = { subjectKind: "person", subjectId: own.id, regionPath: own.regionPath, campaignId: null };
      const before = { isPasswordTemporary: act.actor.owesPassword === true };
      const after = { isPasswordTemporary: false };
      return act.done({ ...subject, before, after, answer: { username: own.username } });
    },
    after: async (ctx, answer) => {
      await forgetGuess(ctx.db, guessOf(ctx.actor));
      return answer;
    },
  },
);

function guessOf({ personId }: { readonly personId: string }): string {
  return `password ${personId}`;
}

async function ownRow(act: Act): Promise<PersonRow> {
  const mine = and(eq(person.id, act.actor.personId), act.scope(person.regionPath));
  const [row] = await act.tx.select().from(person).where(mine).for("update");
  return found(row);
}

async function refuseWrong(
  act: Act,
  { own, input }: { own: PersonRow; input: z.output<typeof changeOwnPasswordInput> },
): Promise<void> {
  if (!(await isPasswordOf(act, { userId: own.authUserId, password: input.currentPassword }))) {
    refuseAt("currentPassword", "jurisdictions.passwordWrong");
  }
  if (input.newPassword === input.currentPassword) refuseAt("newPassword", "jurisdictions.passwordUnchanged");
}
