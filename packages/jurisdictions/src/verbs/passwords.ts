import { type Act, type ActorCtx, found, perform, verb } from "@anji/database";
import { refuse } from "@anji/kernel";
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

/**
 * Changes one's own password; the current one is asked for. Every session ends, this one too, and the person signs in
 * again with the new password.
 */
export async function changeOwnPassword(
  ctx: ActorCtx,
  input: z.output<typeof changeOwnPasswordInput>,
): Promise<{ username: string }> {
  const key = `password ${ctx.actor.personId}`;
  await countGuess(ctx.db, key, OWN_PASSWORD_GUESSES);
  const withoutPasswords = { commandId: input.commandId };
  const answer = await perform(
    ctx,
    { permission: jurisdictionsPermissions.changeOwnPassword, input: withoutPasswords },
    async (act) => {
      const own = await ownRow(act);
      await refuseWrong(act, { own, input });
      await replacePassword(act, { userId: own.authUserId, password: input.newPassword, isTemporary: false });
      // The version stays the same: nothing an administrator decides has changed, and an open page is not stale.
      signalPerson(act, own);
      const subject = { subjectKind: "person", subjectId: own.id, regionPath: own.regionPath, campaignId: null };
      const before = { isPasswordTemporary: act.actor.owesPassword === true };
      return act.done({
        ...subject,
        before,
        after: { isPasswordTemporary: false },
        answer: { username: own.username },
      });
    },
  );
  await forgetGuess(ctx.db, key);
  return answer;
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
    refuseField("currentPassword", "jurisdictions.passwordWrong");
  }
  if (input.newPassword === input.currentPassword) refuseField("newPassword", "jurisdictions.passwordUnchanged");
}

function refuseField(path: string, rule: string): never {
  return refuse({ code: "invalid", rule, fields: [{ path, rule, params: {} }] });
}
