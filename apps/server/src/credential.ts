import { createHmac, timingSafeEqual } from "node:crypto";
import type { Auth } from "./auth.ts";

/** What a request shows of its sender: a session, or the key of a service. */
export type Credential = { readonly kind: "session" | "key"; readonly secret: string };

/** The credential of a request. A key counts before a cookie; a cookie that we did not sign is ignored. */
export async function credentialOf(auth: Auth, headers: Headers): Promise<Credential | null> {
  const key = headers.get("x-api-key");
  if (key !== null) return { kind: "key", secret: key };
  const token = await sessionTokenIn(auth, headers);
  return token === null ? null : { kind: "session", secret: token };
}

/** The session's token in a request's cookie, by the names, the secret and the form of the sign-in library. */
export async function sessionTokenIn(auth: Auth, headers: Headers): Promise<string | null> {
  const cookies = headers.get("cookie");
  if (cookies === null) return null;
  const { authCookies, secret } = await auth.$context;
  return signedValue(cookieIn(cookies, authCookies.sessionToken.name), secret);
}

/** The value before the signature, or null when the signature is not ours. */
function signedValue(cookie: string | null, secret: string): string | null {
  const end = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === null || end < 1) return null;
  const value = cookie.slice(0, end);
  const sent = Buffer.from(cookie.slice(end + 1));
  const ours = Buffer.from(createHmac("sha256", secret).update(value).digest("base64"));
  return sent.length === ours.length && timingSafeEqual(sent, ours) ? value : null;
}

/** The first cookie of a name, as the sign-in library reads it: without its quotes and decoded. */
function cookieIn(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals === -1 || pair.slice(0, equals).trim() !== name) continue;
    const text = pair.slice(equals + 1).trim();
    return decoded(text.startsWith('"') ? text.slice(1, -1) : text);
  }
  return null;
}

/** A value with a broken escape is not our cookie; it stays as it is and fails at the signature. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
