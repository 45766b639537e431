import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { answerNotFound } from "./refusal-answers.ts";

/** Serves the built console; a page address that is no file answers with the console's entry page. */
export function registerConsole(app: FastifyInstance, directory: string): void {
  app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!wantsPage) return answerNotFound(request, reply);
    return reply.type("text/html").header("cache-control", "no-cache").sendFile("index.html");
  });
}
