import type { FastifyInstance } from "fastify";

const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the component library writes its styles at run time
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("content-security-policy", POLICY);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
    reply.header("x-frame-options", "DENY");
    // Answers hold names and findings: no browser and no proxy keeps a copy. The console's own files say otherwise.
    reply.header("cache-control", "no-store");
  });
}
