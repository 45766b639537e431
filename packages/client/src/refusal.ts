import { REFUSAL_CODES } from "@anji/kernel";
import type { WireRefusal } from "@anji/rpc";
import { TRPCClientError } from "@trpc/client";
import { z } from "zod";

/** A file transfer the server turned down. */
export class FileRefused extends Error {
  readonly refusal: WireRefusal;
  constructor(refusal: WireRefusal) {
    super(refusal.message);
    this.name = "FileRefused";
    this.refusal = refusal;
  }
}

/** The server's foreseen "no", or null when the error is anything else: a defect, the network, our own code. */
export function refusalOf(error: unknown): WireRefusal | null {
  if (error instanceof FileRefused) return error.refusal;
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return wireRefusalIn({ error: { data } });
}

const wireError = z.object({
  error: z.object({
    data: z.object({
      refusal: z.object({
        code: z.enum(REFUSAL_CODES),
        rule: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
        current: z.unknown(),
      }),
    }),
  }),
});

/** Reads the refusal of an error body. A defect is not a refusal. */
export function wireRefusalIn(body: unknown): WireRefusal | null {
  const parsed = wireError.safeParse(body);
  return parsed.success ? parsed.data.error.data.refusal : null;
}
