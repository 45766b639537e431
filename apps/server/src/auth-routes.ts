import type { FastifyInstance, FastifyRequest } from "fastify";
import { AUTH_PATHS, type Auth } from "./auth.ts";
import type { Actors } from "./actors.ts";
import { headersOf } from "./headers.ts";
import type { OwnOrigin } from "./origin.ts";

/** For a question whose address nobody can tell; a change without one was refused before. */
const NOWHERE = "http://nowhere.invalid";

/** Hands the few sign-in paths we use to the sign-in library. */
export function registerAuthRoutes(app: FastifyInstance, options: { auth: Auth; actors: Actors; originOf: OwnOrigin }): void {
  for (const path of AUTH_PATHS) {
    app.route({
      method: ["GET", "POST"],
      url: path,
      handler: async (request, reply) => {
        const response = await options.auth.handler(webRequest(request, options.originOf(request) ?? NOWHERE));
        options.actors.forget();
        reply.code(response.status);
        response.headers.forEach((value, name) => {
          if (name !== "set-cookie") reply.header(name, value);
        });
        for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
        return reply.send(await response.text());
      },
    });
  }
}

function webRequest(request: FastifyRequest, origin: string): Request {
  const hasBody = request.method === "POST";
  const headers = headersOf(request);
  // Sign-in attempts are counted by address: the one fastify found, never one the caller wrote.
  headers.set("x-forwarded-for", request.ip);
  return new Request(new URL(request.url, origin), {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });
}
