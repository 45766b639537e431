import { refusal } from "@anji/kernel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerRefusal } from "./refusal-answers.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const FOREIGN = refusal({ code: "notAllowed", rule: "kernel.foreignOrigin" });

/** The origin of the pages that belong to a request; null when the request has no address. */
export type OwnOrigin = (request: FastifyRequest) => string | null;

/** Only the public address where one is set. Otherwise the address the request was sent to, from its Host header. */
export function ownOrigin(publicUrl: string | undefined): OwnOrigin {
  if (publicUrl !== undefined) {
    const { origin } = new URL(publicUrl);
    return () => origin;
  }
  return ({ protocol, host }) => {
    const address = URL.parse(`${protocol}://${host}`);
    return address?.protocol === "http:" || address?.protocol === "https:" ? address.origin : null;
  };
}

/** A change sent with a browser's cookie must come from our own pages; a service's key needs no origin. */
export function registerOriginCheck(app: FastifyInstance, originOf: OwnOrigin): void {
  app.addHook("onRequest", async (request, reply) => {
    if (SAFE_METHODS.has(request.method)) return;
    const sent = request.headers.origin;
    const usesCookie = request.headers.cookie !== undefined;
    const isForeign = sent !== undefined && sent !== originOf(request);
    const isUnnamed = sent === undefined && usesCookie && request.headers["x-api-key"] === undefined;
    if (isForeign || isUnnamed) await answerRefusal(FOREIGN, request, reply);
  });
}
