import { Readable } from "node:stream";
import { getFile, FileTooLarge, storeFile, storeFilePermission } from "@anji/database";
import { commandId, idOf, refusal, RefusalError, whyNotAllowed } from "@anji/kernel";
import { UPLOAD_BYTES_MAX, whyNotThisPerson } from "@anji/rpc";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Parts } from "./parts.ts";
import { answerRefusal } from "./refusal-answers.ts";
import { contextOf } from "./request-context.ts";

const uploadQuery = z.strictObject({ name: z.string().min(1).max(300), commandId });
const fileParams = z.strictObject({ fileId: idOf("file") });

const NOT_SIGNED_IN = refusal({ code: "notSignedIn", rule: "kernel.notSignedIn" });
const PASSWORD_DUE = refusal({ code: "precondition", rule: "kernel.passwordDue" });
const NOT_FOUND = refusal({ code: "notFound", rule: "kernel.notFound" });
const INVALID = refusal({ code: "invalid", rule: "kernel.invalidInput" });
const TOO_LARGE = refusal({ code: "tooLarge", rule: "kernel.tooLarge" });

/** Upload and download. Everyone who sees its area sees a file; its name never becomes a path. */
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
  const ctx = await contextOf(parts, request);
  const query = uploadQuery.safeParse(request.query);
  const { body } = request;
  const { actor } = ctx;
  if (actor === null) return answerRefusal(NOT_SIGNED_IN, request, reply);
  const otherPerson = whyNotThisPerson(ctx);
  if (otherPerson !== null) return answerRefusal(otherPerson, request, reply);
  if (actor.owesPassword === true) return answerRefusal(PASSWORD_DUE, request, reply);
  if (!query.success || !(body instanceof Readable)) return answerRefusal(INVALID, request, reply);
  // Checked before a byte is stored: nothing of a refused upload stays on the disk.
  const reason = whyNotAllowed(storeFilePermission, actor);
  if (reason !== null) return answerRefusal(reason, request, reply);
  if (Number(request.headers["content-length"] ?? 0) > UPLOAD_BYTES_MAX)
    return answerRefusal(TOO_LARGE, request, reply);
  return refusing(request, reply, async () => {
    // Left open when the store stops reading, so that the refusal still reaches the sender.
    const content = await parts.files.put(body.iterator({ destroyOnReturn: false }), {
      maximumBytes: UPLOAD_BYTES_MAX,
    });
    const mediaType = request.headers["content-type"] ?? "application/octet-stream";
    return storeFile({ ...ctx, actor }, { ...query.data, ...content, mediaType });
  });
}

async function download(parts: Parts, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOf(parts, request);
  const params = fileParams.safeParse(request.params);
  const { actor } = ctx;
  if (actor === null) return answerRefusal(NOT_SIGNED_IN, request, reply);
  if (actor.owesPassword === true) return answerRefusal(PASSWORD_DUE, request, reply);
  if (!params.success) return answerRefusal(NOT_FOUND, request, reply);
  return refusing(request, reply, async () => {
    const file = await getFile({ ...ctx, actor }, params.data.fileId);
    return reply
      .header("content-type", "application/octet-stream")
      .header("content-length", file.sizeBytes)
      .header("content-disposition", `attachment; filename*=UTF-8''${headerName(file.name)}`)
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, no-store")
      .send(parts.files.open(file.sha256));
  });
}

async function refusing<Answer>(request: FastifyRequest, reply: FastifyReply, body: () => Promise<Answer>) {
  try {
    return await body();
  } catch (cause) {
    if (cause instanceof FileTooLarge) return answerRefusal(TOO_LARGE, request, reply);
    if (cause instanceof RefusalError) return answerRefusal(cause.refusal, request, reply);
    throw cause;
  }
}

// RFC 8187 leaves fewer characters unescaped than encodeURIComponent does.
function headerName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
