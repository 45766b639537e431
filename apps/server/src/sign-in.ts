import {
  accountHolder,
  actorOf,
  actorOfSession,
  countGuess,
  endSession,
  forgetGuess,
  type GuessLimit,
  passwordHashOf,
  systemActors,
} from "@anji/jurisdictions/queries";
import { recordRefusedSignIn, recordSignIn, signOut } from "@anji/jurisdictions/verbs";
import { type Actor, refusal, RefusalError, refuseIf, textInput } from "@anji/kernel";
import { whyNotThisPerson } from "@anji/rpc";
import { z } from "zod";
import type { Auth } from "./auth.ts";
import { sessionTokenIn } from "./credential.ts";
import type { Parts } from "./parts.ts";
import { contextFor } from "./request-context.ts";

/** Over all servers on one database. A sign-in that succeeds is not counted: whole offices come from one address. */
const SIGN_IN_GUESSES: GuessLimit = { max: 10, windowSeconds: 60 };
const LOWEST_DEFECT_STATUS = 500;

/** One request to the sign-in library: the request as passed on, its sender and address, and its reference. */
export type SignInRequest = {
  readonly web: Request;
  /** What was typed, where it can be a name and a password. */
  readonly typed: Credentials | null;
  readonly address: string;
  readonly requestId: string;
  /** The person whose page asks, as the page says. */
  readonly pagePerson: string | undefined;
};

const TYPED_CHARACTERS_MAX = 200;
/** What the library compares with stored text: bounded, and without characters PostgreSQL cannot hold. */
const typedText = textInput({ min: 0, max: TYPED_CHARACTERS_MAX });
/** Nothing else of a body reaches the library: no other lifetime of a session, no address to go on to. */
export const credentials = z.object({
  username: typedText.toLowerCase(),
  // A password keeps its blanks.
  password: z.string().refine((text) => typedText.safeParse(text).success),
});
export type Credentials = z.output<typeof credentials>;
const NOT_CREDENTIALS = refusal({ code: "invalid", rule: "kernel.invalidInput" });
const opened = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/** Signs in, counted and with its audit row. The caller gets the session only after its row is written. */
export async function signInAudited(options: { parts: Parts; auth: Auth; request: SignInRequest }): Promise<Response> {
  const { parts, auth, request } = options;
  const { typed } = request;
  if (typed === null) throw new RefusalError(NOT_CREDENTIALS);
  const key = `address ${request.address}`;
  await countGuess(parts.db, key, SIGN_IN_GUESSES);
  const passwordHash = await passwordHashOf(parts.db, typed.username);
  const response = await auth.handler(request.web);
  if (response.status >= LOWEST_DEFECT_STATUS) return response;
  const answer = response.ok ? opened.parse(await response.clone().json()) : null;
  const actor = answer === null ? null : await actorOf(parts.db, answer.user.id);
  if (answer === null || actor === null) {
    if (answer !== null) await endSession(parts.db, answer.token);
    await recordRefusal(parts, { ...request, typed });
    return new Response(null, { status: 401 });
  }
  try {
    await recordSignIn(contextOf(parts, actor, request), {
      address: request.address,
      userId: answer.user.id,
      passwordHash,
    });
  } catch (cause) {
    await endSession(parts.db, answer.token);
    throw cause;
  }
  await forgetGuess(parts.db, key);
  // The browser gets one session; pages of the one before end, and their streams with them.
  await endOwnSession({ parts, auth, request: { ...request, pagePerson: undefined } });
  // The cookie holds the session; its token must not reach a page.
  return new Response("{}", { status: 200, headers: response.headers });
}

/** Signs out: the session ends with its audit row, then the library takes the cookie back. */
export async function signOutAudited(options: { parts: Parts; auth: Auth; request: SignInRequest }): Promise<Response> {
  const { auth, request } = options;
  await endOwnSession(options);
  return auth.handler(request.web);
}

/** Ends the session of the request's cookie. A page of another person does not end it. */
async function endOwnSession({ parts, auth, request }: Parameters<typeof signOutAudited>[0]): Promise<void> {
  const token = await sessionTokenIn(auth, request.web.headers);
  const current = token === null ? null : await actorOfSession(parts.db, token);
  if (current === null || current.expiresAt.getTime() < Date.now()) return;
  const { actor, sessionId } = current;
  refuseIf(whyNotThisPerson({ actor, pagePerson: request.pagePerson }));
  await signOut(contextOf(parts, actor, request), { sessionId, address: request.address });
  // The answer must not be faster than the signal: the cookie must be useless from now on.
  parts.actors.forgetPerson(actor.personId);
}

async function recordRefusal(parts: Parts, request: SignInRequest & { typed: Credentials }): Promise<void> {
  const holder = await accountHolder(parts.db, request.typed.username);
  // Before the first visit there is no area for a row.
  const [system] = await systemActors(parts.db);
  if (system === undefined) return;
  await recordRefusedSignIn(contextOf(parts, system, request), { holder, address: request.address });
}

function contextOf(parts: Parts, actor: Actor, request: SignInRequest) {
  return { ...contextFor(parts, { actor, locale: "zh-CN", requestId: request.requestId }), actor };
}
