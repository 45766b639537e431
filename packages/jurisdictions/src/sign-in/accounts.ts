import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Act } from "@anji/database";
import { refuse } from "@anji/kernel";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import { account, serviceKey, session, user } from "./tables.ts";

const KEY_BYTES = 32;
const SHOWN_CHARACTERS = 10;

/** Step: an account that signs in with user name and password. Answers its id. */
export async function createAccount(
  act: Pick<Act, "tx">,
  options: { name: string; username: string; password: string; isTemporary: boolean },
): Promise<string> {
  const id = await createUser(act, options);
  await act.tx.insert(account).values({
    id: randomUUID(),
    accountId: id,
    providerId: "credential",
    userId: id,
    password: await hashPassword(options.password),
    isTemporary: options.isTemporary,
  });
  return id;
}

/** A key nobody has: 256 random bits. */
export function newServiceKey(): string {
  return `anji_${randomBytes(KEY_BYTES).toString("base64url")}`;
}

/** Step: an account that signs in with this key only. Of the key its hash and first characters are stored. */
export async function createServiceAccount(
  act: Pick<Act, "tx">,
  options: { name: string; key: string },
): Promise<{ userId: string; username: string }> {
  const username = `service.${randomBytes(6).toString("hex")}`;
  const userId = await createUser(act, { name: options.name, username });
  const { key } = options;
  await act.tx.insert(serviceKey).values({
    id: randomUUID(),
    userId,
    name: options.name,
    start: key.slice(0, SHOWN_CHARACTERS),
    keyHash: hashOfKey(key),
  });
  return { userId, username };
}

/** Step: ends every session, key and password of an account at once. */
export async function closeAccount(act: Pick<Act, "tx">, userId: string): Promise<void> {
  await act.tx.update(account).set({ password: null, isTemporary: false }).where(eq(account.userId, userId));
  await endSessions(act, userId);
  await act.tx.update(serviceKey).set({ isEnabled: false }).where(eq(serviceKey.userId, userId));
}

/** Step: another password for an account. Every session begun with the old one ends. */
export async function replacePassword(
  act: Pick<Act, "tx">,
  options: { userId: string; password: string; isTemporary: boolean },
): Promise<void> {
  const { userId, password, isTemporary } = options;
  await act.tx
    .update(account)
    .set({ password: await hashPassword(password), isTemporary })
    .where(eq(account.userId, userId));
  await endSessions(act, userId);
}

/** Step: whether this is the account's password. False for an account without one. */
export async function isPasswordOf(
  act: Pick<Act, "tx">,
  options: { userId: string; password: string },
): Promise<boolean> {
  const [row] = await act.tx.select({ hash: account.password }).from(account).where(eq(account.userId, options.userId));
  return row !== undefined && row.hash !== null && verifyPassword({ hash: row.hash, password: options.password });
}

/** After the account's row is written: a sign-in that holds it has ended by then, and its session is seen here. */
async function endSessions(act: Pick<Act, "tx">, userId: string): Promise<void> {
  await act.tx.delete(session).where(eq(session.userId, userId));
}

/** A key has 256 random bits, so a plain hash is enough: there is nothing to guess. */
export function hashOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

async function createUser(act: Pick<Act, "tx">, options: { name: string; username: string }): Promise<string> {
  const id = randomUUID();
  const rows = await act.tx
    .insert(user)
    .values({
      id,
      name: options.name,
      // The sign-in library needs an address; no mail is ever sent.
      email: `${options.username}@anji.invalid`,
      username: options.username,
      displayUsername: options.username,
    })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (rows.length === 0) {
    refuse({
      code: "conflict",
      rule: "jurisdictions.usernameTaken",
      fields: [{ path: "username", rule: "jurisdictions.usernameTaken", params: {} }],
    });
  }
  return id;
}
