import { appRouter } from "@anji/api";
import { BATCH_SIZE_MAX } from "@anji/kernel";
import { answeringTo, BODY_BYTES_MAX } from "@anji/rpc";
import { fastifyRequestHandler, type FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Parts } from "./parts.ts";
import { readingOf } from "./refusal-answers.ts";
import { contextOf } from "./request-context.ts";

const pathParams = z.object({ path: z.string() });

/** Every procedure under /trpc. They take JSON only: a form or a stream would avoid the limit of a body. */
export function registerProcedures(app: FastifyInstance, parts: Parts): void {
  const options: FastifyTRPCPluginOptions<typeof appRouter>["trpcOptions"] = {
    router: appRouter,
    maxBatchSize: BATCH_SIZE_MAX,
    maxBodySize: BODY_BYTES_MAX,
    createContext: ({ req }) => contextOf(parts, req),
    onError: ({ error, path, req }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") req.log.error({ err: error, path, requestId: req.id }, "defect");
    },
  };
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => done(null, body));
    scope.route({
      method: ["GET", "POST"],
      url: "/trpc/:path",
      handler: (req, res) =>
        answeringTo(readingOf(req), () =>
          fastifyRequestHandler({ ...options, req, res, path: pathParams.parse(req.params).path }),
        ),
    });
  });
}
