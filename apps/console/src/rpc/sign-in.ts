import i18next from "i18next";
import { z } from "zod";
import { refusalOf } from "./refusal.ts";

const refusedBody = z.object({ error: z.unknown() });

/** `refused` says why in the reader's language; null is no answer at all. */
export type SignInAnswer =
  | { readonly isSignedIn: true }
  | { readonly isSignedIn: false; readonly refused: string | null };

/** Signs in at the server's own endpoint; the session is a cookie the page cannot read. */
export async function signInWithPassword(credentials: { username: string; password: string }): Promise<SignInAnswer> {
  const response = await post("/api/auth/sign-in/username", credentials);
  if (response?.ok === true) return { isSignedIn: true };
  const body = refusedBody.safeParse(await response?.json().catch(() => null));
  return { isSignedIn: false, refused: body.success ? (refusalOf(body.data.error)?.message ?? null) : null };
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
}

async function post(path: string, body: unknown): Promise<Response | null> {
  const headers = { "content-type": "application/json", "accept-language": i18next.language };
  try {
    return await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
