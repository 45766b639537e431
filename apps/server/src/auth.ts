import { account, session, user, verification } from "@anji/jurisdictions/tables";
import type { Database } from "@anji/database";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { username } from "better-auth/plugins/username";
import type { FastifyBaseLogger } from "fastify";

export const SESSION_SECONDS = 12 * 60 * 60;
export const SESSION_RENEW_SECONDS = 60 * 60;

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in with user name and password. Accounts are made by administrators only. */
export function createAuth(options: { db: Database; secret: string; address: string; log: FastifyBaseLogger }) {
  return betterAuth({
    database: drizzleAdapter(options.db, { provider: "pg", schema: { user, session, account, verification } }),
    secret: options.secret,
    baseURL: options.address,
    // It gets each request under our own origin for that request; see auth-routes.ts.
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_RENEW_SECONDS },
    // Its own limit reads and then writes, so simultaneous attempts pass together. Ours is one statement: sign-in.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "anji",
      disableCSRFCheck: false,
      useSecureCookies: new URL(options.address).protocol === "https:",
    },
    plugins: [username({ usernameValidator: (name) => /^[a-z0-9._]{3,30}$/.test(name) })],
    telemetry: { enabled: false },
    // Its own log would print session tokens and statements with their values.
    logger: {
      level: "error",
      log: (_level, message, ...details) => options.log.error({ err: details.find(isError) }, message),
    },
  });
}

function isError(detail: unknown): detail is Error {
  return detail instanceof Error;
}

/** The paths of the sign-in library that are open; everything else answers "not found". */
export const AUTH_PATHS = ["/api/auth/sign-in/username", "/api/auth/sign-out"] as const;
