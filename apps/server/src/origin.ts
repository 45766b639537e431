import { refusal } from "@anji/kernel";
import type { FastifyInstance } from "fastify";
import { answerRefusal } from "./refusal-answers.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const FOREIGN = refusal({ code: "notAllowed", rule: "kernel.foreignOrigin" });

/** A change sent with a browser's cookie must come from our own pages; a service's key needs no origin. */
export function registerOriginCheck(app: FastifyInstance, publicUrl: string): void {
  const { origin } = new URL(publicUrl);
  app.addHook("onRequest", async (request, reply) => {
    if (SAFE_METHODS.has(request.method)) return;
    const sent = request.headers.origin;
    const usesCookie = request.headers.cookie !== undefined;
    const isForeign = sent !== undefined && sent !== origin;
    const isUnnamed = sent === undefined && usesCookie && request.headers["x-api-key"] === undefined;
    if (isForeign || isUnnamed) await answerRefusal(FOREIGN, request, reply);
  });
}
