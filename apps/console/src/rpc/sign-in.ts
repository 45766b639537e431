export type SignInAnswer = "signedIn" | "wrong" | "tooMany" | "offline";

/** Signs in at the server's own endpoint; the session is a cookie the page cannot read. */
export async function signInWithPassword(credentials: { username: string; password: string }): Promise<SignInAnswer> {
  const response = await post("/api/auth/sign-in/username", credentials);
  if (response === null || response.status >= 500) return "offline";
  if (response.status === 429) return "tooMany";
  return response.ok ? "signedIn" : "wrong";
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
