import { refusalOfBody } from "@anji/kernel";
import { z } from "zod";
import { FileRefused, foreseen } from "./refusal.ts";

export type UploadOptions = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** A UUID of the caller: an upload sent again under it is stored once. */
  readonly commandId: string;
};

const uploadedFile = z.object({ fileId: z.uuid(), name: z.string(), sizeBytes: z.int(), sha256: z.string() });
export type UploadedFile = z.infer<typeof uploadedFile>;
export type DownloadedFile = { readonly name: string; readonly content: Uint8Array };

/** A transfer answered with neither a file nor a refusal: by a gateway in between, or after a defect. */
export class FileTransferFailed extends Error {
  readonly httpStatus: number;
  constructor(httpStatus: number) {
    super(`the file transfer was answered with HTTP ${httpStatus}`);
    this.name = "FileTransferFailed";
    this.httpStatus = httpStatus;
  }
}

const TRANSFER_TIMEOUT_MS = 120_000;

export function fileTransfer(server: { origin: string; headers: Record<string, string> }) {
  return {
    uploadFile: async ({ name, mediaType, content, commandId }: UploadOptions): Promise<UploadedFile> => {
      const response = await fetch(`${server.origin}/files?${new URLSearchParams({ name, commandId })}`, {
        method: "POST",
        headers: { ...server.headers, "content-type": mediaType },
        body: Buffer.from(content),
        signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
      });
      await refuseUnlessOk(response);
      return uploadedFile.parse(await response.json());
    },
    downloadFile: async (fileId: string): Promise<DownloadedFile> => {
      const response = await fetch(`${server.origin}/files/${encodeURIComponent(fileId)}`, {
        headers: server.headers,
        signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS),
      });
      await refuseUnlessOk(response);
      return { name: fileNameOf(response), content: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}

async function refuseUnlessOk(response: Response): Promise<void> {
  if (response.ok) return;
  const refusal = foreseen(refusalOfBody(await response.json().catch(() => null)));
  if (refusal !== null) throw new FileRefused(refusal);
  throw new FileTransferFailed(response.status);
}

function fileNameOf(response: Response): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return encoded === undefined ? "file" : decodeURIComponent(encoded);
}
