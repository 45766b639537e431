import { refusal, RefusalError } from "@anji/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AUTH_PATHS, type Auth } from "./auth.ts";
import { headersOf } from "./headers.ts";
import type { OwnOrigin } from "./origin.ts";
import type { Parts } from "./parts.ts";
import { answerRefusal } from "./refusal-answers.ts";
import { pagePersonOf } from "./request-context.ts";
import { credentials, signInAudited, type SignInRequest, signOutAudited } from "./sign-in.ts";

/** For a query without a known address; a change without one was refused before. */
const NOWHERE = "http://nowhere.invalid";
const WRONG = refusal({ code: "notSignedIn", rule: "jurisdictions.signInWrong" });

/** Passes the few used sign-in paths to the sign-in library, and leaves an audit row of the result. */
export function registerAuthRoutes(
  app: FastifyInstance,
  options: { auth: Auth; parts: Parts; originOf: OwnOrigin },
): void {
  for (const path of AUTH_PATHS) {
    app.route({
      method: ["GET", "POST"],
      url: path,
      handler: async (request, reply) => {
        const asked = { ...options, request: askedOf(request, options.originOf(request) ?? NOWHERE) };
        try {
          const response = await answerOf(path, request.method, asked);
          return response.status === 401 ? answerRefusal(WRONG, request, reply) : await passOn(response, reply);
        } catch (cause) {
          if (!(cause instanceof RefusalError)) throw cause;
          const { seconds } = cause.refusal.params;
          if (seconds !== undefined) reply.header("retry-after", seconds);
          return answerRefusal(cause.refusal, request, reply);
        }
      },
    });
  }
}

function answerOf(
  path: (typeof AUTH_PATHS)[number],
  method: string,
  asked: { auth: Auth; parts: Parts; request: SignInRequest },
): Promise<Response> {
  if (method === "POST" && path === "/api/auth/sign-in/username") return signInAudited(asked);
  if (method === "POST" && path === "/api/auth/sign-out") return signOutAudited(asked);
  return asked.auth.handler(asked.request.web);
}

async function passOn(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie" && name !== "content-length") reply.header(name, value);
  });
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  return reply.send(await response.text());
}

function askedOf(request: FastifyRequest, origin: string): SignInRequest {
  const headers = headersOf(request);
  // The address that fastify found, never one from the caller.
  headers.set("x-forwarded-for", request.ip);
  const typed = credentials.safeParse(request.body).data ?? null;
  const body = request.method === "POST" ? { body: JSON.stringify(typed ?? {}) } : {};
  const web = new Request(new URL(request.url, origin), { method: request.method, headers, ...body });
  return { web, typed, address: request.ip, requestId: request.id, pagePerson: pagePersonOf(request) };
}
