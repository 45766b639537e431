import { getFile, FileTooLarge, storeFile } from "@anji/database";
import { commandId, type Refusal, refusal, RefusalError } from "@anji/kernel";
import { transportCode, UPLOAD_BYTES_MAX, wireRefusal } from "@anji/rpc";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { headersOf } from "./headers.ts";
import type { Parts } from "./parts.ts";
import { contextOf } from "./request-context.ts";

const uploadQuery = z.strictObject({ name: z.string().min(1).max(300), commandId });
const fileParams = z.strictObject({ fileId: z.uuid() });

/** Upload and download. A file is seen by whoever may see its area; its name never becomes a path. */
export function registerFileRoutes(app: FastifyInstance, parts: Parts): void {
  app.register(async (scope) => {
    // The body is streamed to the store as it comes; no parser holds it in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.post("/files", { bodyLimit: UPLOAD_BYTES_MAX }, (request, reply) => upload(parts, request, reply));
    scope.get("/files/:fileId", (request, reply) => download(parts, request, reply));
  });
}

async function upload(parts: Parts, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOf(parts, { headers: headersOf(request), requestId: request.id });
  const query = uploadQuery.safeParse(request.query);
  if (ctx.actor === null) return answer(reply, refusal({ code: "notSignedIn", rule: "kernel.notSignedIn" }), ctx);
  if (!query.success) return answer(reply, refusal({ code: "invalid", rule: "kernel.invalidInput" }), ctx);
  try {
    const body = request.body;
    if (!isByteStream(body)) return answer(reply, refusal({ code: "invalid", rule: "kernel.invalidInput" }), ctx);
    const content = await parts.files.put(body, { maximumBytes: UPLOAD_BYTES_MAX });
    const mediaType = request.headers["content-type"] ?? "application/octet-stream";
    return await storeFile({ ...ctx, actor: ctx.actor }, { ...query.data, ...content, mediaType });
  } catch (cause) {
    if (cause instanceof FileTooLarge) return answer(reply, refusal({ code: "tooLarge", rule: "kernel.tooLarge" }), ctx);
    if (cause instanceof RefusalError) return answer(reply, cause.refusal, ctx);
    throw cause;
  }
}

async function download(parts: Parts, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOf(parts, { headers: headersOf(request), requestId: request.id });
  const params = fileParams.safeParse(request.params);
  if (ctx.actor === null) return answer(reply, refusal({ code: "notSignedIn", rule: "kernel.notSignedIn" }), ctx);
  if (!params.success) return answer(reply, refusal({ code: "notFound", rule: "kernel.notFound" }), ctx);
  try {
    const file = await getFile({ ...ctx, actor: ctx.actor }, params.data.fileId);
    return await reply
      .header("content-type", "application/octet-stream")
      .header("content-length", file.sizeBytes)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, no-store")
      .send(parts.files.open(file.sha256));
  } catch (cause) {
    if (cause instanceof RefusalError) return answer(reply, cause.refusal, ctx);
    throw cause;
  }
}

function isByteStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

function answer(reply: FastifyReply, reason: Refusal, ctx: Parameters<typeof wireRefusal>[1]) {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: transportCode(reason.code) }));
  return reply.code(status).send({ error: { data: { refusal: wireRefusal(reason, ctx) } } });
}
