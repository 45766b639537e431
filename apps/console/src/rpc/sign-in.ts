import { refusalOfBody } from "@anji/kernel";
import i18next from "i18next";
import { pagePersonHeader, releasePagePerson } from "./page-person.ts";

/** `refused` says why in the reader's language; null is no answer at all. */
export type SignInAnswer =
  | { readonly isSignedIn: true }
  | { readonly isSignedIn: false; readonly refused: string | null };

/** Signs in at the server's own endpoint; the session is a cookie the page cannot read. */
export async function signInWithPassword(credentials: { username: string; password: string }): Promise<SignInAnswer> {
  const response = await post("/api/auth/sign-in/username", credentials);
  if (response?.ok === true) {
    releasePagePerson();
    return { isSignedIn: true };
  }
  return { isSignedIn: false, refused: refusalOfBody(await response?.json().catch(() => null))?.message ?? null };
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
  releasePagePerson();
}

async function post(path: string, body: unknown): Promise<Response | null> {
  const headers = { "content-type": "application/json", "accept-language": i18next.language, ...pagePersonHeader() };
  try {
    return await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
